package io.vouchline.risk.simulation.traffic;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.risk.history.HistoryStore.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody asks for a code.
 *
 * @param id no two requests of a run have the same
 * @param at in simulated time
 * @param client the client that asks for them
 * @param address where they ask from, on the web
 * @param ani the number they call from, on the telephone
 * @param attestation what the carrier says of it
 * @param attack the attack that it is part of; empty if it is genuine
 * @param kinds what kind of genuine request it is
 * @param cost what the message costs, in US dollars
 * @param afterwards what happens if it is not blocked, in order
 */
public record Request(
        String id,
        Instant at,
        PhoneNumber number,
        String client,
        Optional<String> address,
        Optional<PhoneNumber> ani,
        Optional<Attestation> attestation,
        Optional<String> attack,
        Set<Kind> kinds,
        double cost,
        List<Later> afterwards) {

    /**
     * What happens later.
     *
     * @param after how long after the request
     */
    public record Later(Duration after, Event event) {}
}
