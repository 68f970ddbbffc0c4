package io.vouchline.gateway.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.conversation.Ending;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many sessions began and how they ended, and how long turns took. */
@Singleton
class SessionMetrics {

    private static final Duration[] BUCKETS =
            Stream.of(25, 50, 100, 250, 500, 1_000, 2_000, 4_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Timer turns;

    SessionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.turns =
                Timer.builder("vouchline.session.turns")
                        .description("How long turns took")
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry);
    }

    /** A run began, and may have ended at once. */
    void begun(SessionRecord session) {
        count(null);
        ended(session);
    }

    /** A run came to its end, if it did. */
    void ended(SessionRecord session) {
        if (session.isOver()) {
            count(session.state().ending());
        }
    }

    private void count(@Nullable Ending ending) {
        Counter.builder("vouchline.sessions")
                .description("Sessions that began (ask), and how they ended")
                .tag("state", Standings.state(ending).name().toLowerCase(Locale.ROOT))
                .tag(
                        "reason",
                        ending == null || ending.reason() == null ? "none" : ending.reason().word())
                .register(registry)
                .increment();
    }

    /** Times a turn. */
    <T> Uni<T> timed(Uni<T> turn) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Timer.Sample sample = Timer.start(registry);
                            return turn.onTermination().invoke(() -> sample.stop(turns));
                        });
    }
}
