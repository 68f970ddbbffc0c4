package io.vouchline.gateway.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DecisionMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DecisionMetrics metrics = new DecisionMetrics(registry);

    @Test
    void aDecisionIsCountedByDialectOperationAndOutcomeAndTimed() {
        metrics.count(decision("send_otp"));
        metrics.count(decision("send_otp"));
        Counter counter =
                registry.get("vouchline.decisions")
                        .tags("dialect", "dialogflow", "operation", "send_otp", "outcome", "sent")
                        .counter();
        assertEquals(2, counter.count());
        assertEquals(
                2, registry.get("vouchline.decision").tag("dialect", "dialogflow").timer().count());
    }

    @Test
    void operationsThatAreNotOfAFixedSetDoNotBecomeSeries() {
        for (int i = 0; i < 1_000; i++) {
            metrics.count(decision("operation_" + i));
        }
        assertEquals(65, registry.get("vouchline.decisions").counters().size());
        assertEquals(
                936,
                registry.get("vouchline.decisions").tag("operation", "other").counter().count());
    }

    private static Decision decision(String operation) {
        return new Decision(
                Instant.EPOCH,
                "bank",
                "web",
                false,
                "dialogflow",
                operation,
                Outcome.SENT,
                null,
                200,
                DecisionFixture.TRACE,
                null,
                null,
                null,
                12);
    }
}
