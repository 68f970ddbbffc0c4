package io.vouchline.risk.outcome;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How far this replica has read what happened. Where that is not known, codes that were verified
 * look as if they had not been: what is concluded from them must be left out then.
 */
@Singleton
public class OutcomeProgress {

    private final Duration stale;
    private final InstantSource clock;
    private volatile Instant readUntil;

    @Inject
    OutcomeProgress(OutcomeConfig config, MeterRegistry metrics) {
        this(config, InstantSource.system());
        metrics.gauge(
                "vouchline.outcome.age.seconds", this, progress -> progress.age().toMillis() / 1e3);
    }

    /** Counts from the start until all streams were read once. */
    OutcomeProgress(OutcomeConfig config, InstantSource clock) {
        this.stale = config.staleAfter();
        this.clock = clock;
        this.readUntil = clock.instant();
    }

    /** Whether all streams have been read lately. */
    public boolean isCurrent() {
        return age().compareTo(stale) < 0;
    }

    void readUntil(Instant instant) {
        readUntil = instant;
    }

    private Duration age() {
        return Duration.between(readUntil, clock.instant());
    }
}
