package io.vouchline.gateway.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.gateway.access.AccessFilter;
import io.vouchline.gateway.upstream.UpstreamConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetCheckTest {

    @Test
    void theDefaultsFitIntoTheTimeThatARequestMayTake() {
        assertDoesNotThrow(() -> BudgetCheck.check(config(Map.of())));
    }

    @Test
    void theTimeThatARequestMayTakeFitsIntoDialogflowsFiveSeconds() {
        assertTrue(AccessFilter.BUDGET.compareTo(Duration.ofSeconds(5)) < 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "callbacks"})
    void limitsThatDoNotFitStopTheStart(String calls) {
        UpstreamConfig config = config(Map.of("vouchline.upstream." + calls + ".timeout", "2s"));
        assertTrue(
                assertThrows(IllegalStateException.class, () -> BudgetCheck.check(config))
                        .getMessage()
                        .startsWith("vouchline.upstream.*"));
    }

    private static UpstreamConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(UpstreamConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(UpstreamConfig.class);
    }
}
