package io.vouchline.gateway.notice;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.Clients;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jboss.logging.Logger;

/**
 * Carries changes of contacts from lookup-service, which knows of them, to otp-service, which tells
 * the customer: every so often, for one tenant after the other. Several replicas may do so at once,
 * since what one has claimed no other gets. Nothing here runs inside a request, and nothing blocks.
 */
@Singleton
class Courier {

    private static final Logger LOGGER = Logger.getLogger(Courier.class);

    private final Collection<Client> tenants;
    private final Telling telling;
    private final NoticeConfig config;
    private final Trouble trouble = new Trouble();
    private Cancellable rounds = () -> {};

    Courier(Clients clients, Telling telling, NoticeConfig config) {
        this.tenants = clients.ofEachTenant();
        this.telling = telling;
        this.config = config;
    }

    void begin(@Observes StartupEvent started) {
        if (config.enabled()) {
            rounds =
                    Multi.createFrom()
                            .ticks()
                            .every(config.every())
                            .onOverflow()
                            .drop()
                            .onItem()
                            .transformToUniAndConcatenate(tick -> round())
                            .subscribe()
                            .with(
                                    done -> {},
                                    failure -> LOGGER.error("no notices any more", failure));
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        rounds.cancel();
    }

    /** One tenant's failure is not its neighbours': it is told when all had their turn. */
    private Uni<Void> round() {
        return Multi.createFrom()
                .iterable(tenants)
                .onItem()
                .transformToUni(telling::tell)
                .collectFailures()
                .concatenate()
                .onItem()
                .ignoreAsUni()
                .onItem()
                .invoke(trouble::isOver)
                .onFailure()
                .invoke(trouble::is)
                .onFailure()
                .recoverWithNull();
    }
}
