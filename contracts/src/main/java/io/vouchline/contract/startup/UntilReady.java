package io.vouchline.contract.startup;

import io.quarkus.runtime.Quarkus;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** What must succeed once before a service says that it is ready. */
public final class UntilReady {

    private static final Logger LOGGER = Logger.getLogger(UntilReady.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private UntilReady() {}

    /**
     * Tries until all steps succeed.
     *
     * @param steps begun anew with each try
     * @param isFinal which failures no waiting mends: they end the process with status 1, and their
     *     message tells the remedy
     * @param ready what to do then
     */
    public static void run(Uni<Void> steps, Predicate<Throwable> isFinal, Runnable ready) {
        Predicate<Throwable> passing = isFinal.negate();
        steps.onFailure(passing)
                .invoke(failure -> LOGGER.infof("not ready yet: %s", failure))
                .onFailure(passing)
                .retry()
                .withBackOff(FIRST_PAUSE, PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> ready.run(), UntilReady::stop);
    }

    private static void stop(Throwable failure) {
        LOGGER.fatal(failure.getMessage());
        Quarkus.asyncExit(1);
    }
}
