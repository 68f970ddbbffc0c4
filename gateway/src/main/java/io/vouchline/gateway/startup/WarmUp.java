package io.vouchline.gateway.startup;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.gateway.access.AccessFilter;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.Clients;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.upstream.Lookup;
import io.vouchline.gateway.upstream.Otp;
import io.vouchline.gateway.upstream.Risk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A few synthetic requests to each service, for a tenant that has no customers: tokens are signed,
 * connections opened and classes loaded before a caller waits for it.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOGGER = Logger.getLogger(WarmUp.class);
    private static final String NOBODY = "warm-up";
    private static final String NO_REFERENCE = "0".repeat(32);
    private static final int ROUNDS = 5;

    /** Long enough that a service which is still starting does not open its breaker. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Clients clients;
    private final CurrentRequest current;
    private final Lookup lookup;
    private final Otp otp;
    private final Risk risk;
    private final InstantSource clock = InstantSource.system();

    WarmUp(Clients clients, CurrentRequest current, Lookup lookup, Otp otp, Risk risk) {
        this.clients = clients;
        this.current = current;
        this.lookup = lookup;
        this.otp = otp;
        this.risk = risk;
    }

    /** Ends when all is warm; goes on trying until then. */
    @ActivateRequestContext
    Uni<Void> run() {
        return clients.any()
                .map(
                        client ->
                                new Client(
                                        NOBODY,
                                        NOBODY,
                                        client.dialects(),
                                        client.region(),
                                        client.policy()))
                .map(this::rounds)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> rounds(Client nobody) {
        return Multi.createFrom()
                .range(0, ROUNDS)
                .onItem()
                .transformToUniAndConcatenate(round -> round(nobody))
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOGGER.infof("not all is warm yet: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(PAUSE, PAUSE)
                .indefinitely()
                .replaceWithVoid();
    }

    private Uni<Void> round(Client nobody) {
        PhoneNumber number = PhoneNumber.ofE164("+16502530000");
        Circumstances nothingIsSent = new Circumstances(false, null, null, null);
        current.begin(nobody, Deadline.in(AccessFilter.BUDGET, clock));
        return lookup.accounts(number)
                .chain(
                        () ->
                                risk.assess(
                                        nobody,
                                        UUID.randomUUID().toString(),
                                        number,
                                        number.e164(),
                                        nothingIsSent))
                .chain(() -> otp.knows(NO_REFERENCE))
                .replaceWithVoid();
    }
}
