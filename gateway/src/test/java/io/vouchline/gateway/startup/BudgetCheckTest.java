package io.vouchline.gateway.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.gateway.access.AccessFilter;
import io.vouchline.gateway.upstream.UpstreamConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetCheckTest {

    @Test
    @Requirement(42)
    void theDefaultsFitIntoTheTimeThatARequestMayTake() {
        assertDoesNotThrow(() -> BudgetCheck.check(config(Map.of())));
    }

    /** As the README says. */
    @Test
    void theTriesOfAllServicesAddUpToThreePointEightFiveSeconds() {
        UpstreamConfig config = config(Map.of());
        Duration lookup = BudgetCheck.longest(config.lookup());
        Duration risk = BudgetCheck.longest(config.risk());
        Duration otp = BudgetCheck.longest(config.otp());
        assertEquals(Duration.ofMillis(2 * 700 + 50), lookup);
        assertEquals(Duration.ofMillis(2 * 300 + 50), risk);
        assertEquals(Duration.ofMillis(2 * 850 + 50), otp);
        assertEquals(Duration.ofMillis(3_850), lookup.plus(risk).plus(otp));
    }

    @Test
    void oneMoreTryOfACodeOrOfItsCheckWouldNotFit() {
        UpstreamConfig config = config(Map.of("vouchline.upstream.otp.retries", "2"));
        assertThrows(IllegalStateException.class, () -> BudgetCheck.check(config));
    }

    @Test
    void theTimeThatARequestMayTakeFitsIntoDialogflowsFiveSeconds() {
        assertTrue(AccessFilter.BUDGET.compareTo(Duration.ofSeconds(5)) < 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "callbacks"})
    @Requirement(42)
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
