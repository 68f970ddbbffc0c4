package io.vouchline.gateway.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Sends the reports that are due, every so often and in no client's favour. Several replicas may do
 * so at once, since what one has taken no other gets; what one leaves behind, another finds.
 */
@Singleton
class Deliveries {

    private static final Logger LOGGER = Logger.getLogger(Deliveries.class);
    private static final int LOOKS_AT_ONCE = 8;

    private final List<Lane> lanes;
    private final CallbackConfig config;
    private Cancellable looking = () -> {};

    Deliveries(
            CallbackKeys keys,
            Reports reports,
            Sending sending,
            CallbackConfig config,
            MeterRegistry metrics) {
        this.config = config;
        Semaphore everybodys = new Semaphore(config.atOnce());
        lanes =
                keys.clients().stream()
                        .map(
                                client ->
                                        new Lane(
                                                client,
                                                reports,
                                                sending::send,
                                                everybodys,
                                                config.atOncePerClient(),
                                                new Outage(client)))
                        .toList();
        Object _ = metrics.gauge("vouchline.callback.waiting", this, Deliveries::waiting);
    }

    void begin(@Observes StartupEvent started) {
        if (config.enabled()) {
            looking =
                    Multi.createBy()
                            .repeating()
                            .uni(this::look)
                            .withDelay(config.pause())
                            .indefinitely()
                            .subscribe()
                            .with(
                                    done -> LOGGER.trace("looked"),
                                    failure ->
                                            LOGGER.fatal("no reports are sent any more", failure));
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        looking.cancel();
    }

    private Uni<Void> look() {
        List<Lane> order = new ArrayList<>(lanes);
        Collections.shuffle(order);
        return Multi.createFrom()
                .iterable(order)
                .onItem()
                .transformToUni(Lane::look)
                .merge(LOOKS_AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private double waiting() {
        return lanes.stream().mapToLong(Lane::waiting).sum();
    }
}
