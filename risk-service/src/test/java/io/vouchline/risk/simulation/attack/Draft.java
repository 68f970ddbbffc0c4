package io.vouchline.risk.simulation.attack;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.simulation.traffic.Addresses;
import io.vouchline.risk.simulation.traffic.Clients;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.Request.Later;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The requests of one attack as they are written down. */
final class Draft {

    private static final List<Later> NOTHING_ENTERED =
            List.of(new Later(Duration.ofSeconds(1), Event.SENT));
    private static final List<Later> NOT_DELIVERED =
            List.of(
                    new Later(Duration.ofSeconds(1), Event.SENT),
                    new Later(Duration.ofSeconds(20), Event.UNDELIVERED));

    /** Assumed: pumped numbers are seldom all in use. */
    private static final double UNDELIVERED = 0.15;

    private final String attack;
    private final World world;
    private final RandomGenerator random;
    private final List<String> addresses;
    private final List<Request> requests = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param proxies how many addresses the requests on the web come from in turn
     */
    Draft(String attack, World world, RandomGenerator random, int proxies) {
        this.attack = attack;
        this.world = world;
        this.random = random;
        this.addresses = Stream.generate(() -> Addresses.any(random)).limit(proxies).toList();
    }

    /** One on the web; nobody enters the code, and some messages do not arrive. */
    void web(String client, Instant at, PhoneNumber number) {
        boolean lost = random.nextDouble() < UNDELIVERED;
        add(
                client,
                at,
                number,
                Optional.of(addresses.get(random.nextInt(addresses.size()))),
                Optional.empty(),
                lost ? NOT_DELIVERED : NOTHING_ENTERED);
    }

    /** One by telephone, from a forged number. */
    void voice(Instant at, PhoneNumber number, Attestation attestation, List<Later> afterwards) {
        add(Clients.VOICE, at, number, Optional.empty(), Optional.of(attestation), afterwards);
    }

    /** All of them. */
    List<Request> requests() {
        return requests;
    }

    private void add(
            String client,
            Instant at,
            PhoneNumber number,
            Optional<String> address,
            Optional<Attestation> attestation,
            List<Later> afterwards) {
        requests.add(
                new Request(
                        "%s-%06d".formatted(attack, requests.size()),
                        at,
                        number,
                        client,
                        address,
                        attestation.map(said -> number),
                        attestation,
                        Optional.of(attack),
                        Set.of(),
                        world.cost(number),
                        afterwards));
    }
}
