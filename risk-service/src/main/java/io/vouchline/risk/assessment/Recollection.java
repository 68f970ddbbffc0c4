package io.vouchline.risk.assessment;

import io.smallrye.mutiny.Uni;
import io.vouchline.risk.history.History;
import io.vouchline.risk.history.HistoryStore;
import io.vouchline.risk.history.HistoryStore.Ask;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** What is remembered, as far as it can be had in time: no answer waits for a store that fails. */
@Singleton
class Recollection {

    private static final Logger LOGGER = Logger.getLogger(Recollection.class);

    private final HistoryStore history;
    private final AssessmentConfig config;
    private final AtomicBoolean failing = new AtomicBoolean();

    Recollection(HistoryStore history, AssessmentConfig config) {
        this.history = history;
        this.config = config;
    }

    /** Counts the request and tells what is remembered; empty where that cannot be had in time. */
    Uni<Optional<History>> of(Ask ask) {
        return history.ask(ask)
                .map(Optional::of)
                .ifNoItem()
                .after(config.historyTimeout())
                .fail()
                .onItem()
                .invoke(this::works)
                .onFailure()
                .invoke(this::fails)
                .onFailure()
                .recoverWithItem(Optional::empty);
    }

    /** Whether the request counted as sent until now: it no longer does. */
    Uni<Boolean> withdraw(Ask ask) {
        return history.refuse(ask);
    }

    /** The same off the caller's way: an answer does not wait for it. */
    void takeBack(Ask ask) {
        history.refuse(ask)
                .subscribe()
                .with(
                        taken -> LOGGER.debug("a blocked request was taken back"),
                        failure -> LOGGER.warnf("a blocked request stays counted: %s", failure));
    }

    private void works() {
        if (failing.compareAndSet(true, false)) {
            LOGGER.info("scored with history again");
        }
    }

    /** Told once for each outage, not for each caller. */
    private void fails(Throwable failure) {
        if (failing.compareAndSet(false, true)) {
            LOGGER.warnf("scored without history: %s", failure);
        }
    }
}
