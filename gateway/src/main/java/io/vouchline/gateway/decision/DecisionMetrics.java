package io.vouchline.gateway.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How many decisions there were and how long they took. Neither tenant nor client is a label: the
 * log and the stream tell them, and series would be multiplied by them.
 */
@Singleton
final class DecisionMetrics {

    /** More than we have. */
    private static final int MOST_OPERATIONS = 64;

    private static final Duration[] BUCKETS =
            Stream.of(10, 25, 50, 100, 250, 500, 1_000, 1_500, 2_000, 3_000, 4_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Counter failed;
    private final Counter full;
    private final Set<String> operations = ConcurrentHashMap.newKeySet();

    DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.failed = unkept("failed");
        this.full = unkept("full");
    }

    private Counter unkept(String why) {
        return Counter.builder("vouchline.decisions.unkept")
                .description("Decisions that are in the log but not in Redis")
                .tag("why", why)
                .register(registry);
    }

    void count(Decision decision) {
        Counter.builder("vouchline.decisions")
                .description("What requests came to")
                .tag("dialect", decision.dialect())
                .tag("operation", operation(decision.operation()))
                .tag("outcome", decision.outcome().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
        Timer.builder("vouchline.decision")
                .description("How long answers took")
                .tag("dialect", decision.dialect())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofMillis(decision.durationMs()));
    }

    /** It was not kept, since Redis failed. */
    void failed() {
        failed.increment();
    }

    /** It was not kept, since too many were on their way. */
    void full() {
        full.increment();
    }

    /** Doors name operations of a fixed set; were one to repeat a caller's words, they end here. */
    private String operation(String name) {
        if (operations.contains(name)) {
            return name;
        }
        return operations.size() < MOST_OPERATIONS && operations.add(name) ? name : Decided.OTHER;
    }
}
