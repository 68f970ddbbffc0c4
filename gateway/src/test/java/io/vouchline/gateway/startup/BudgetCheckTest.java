package io.vouchline.gateway.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.gateway.access.AccessFilter;
import io.vouchline.gateway.call.CallConfig;
import io.vouchline.gateway.limit.LimitConfig;
import io.vouchline.gateway.nonce.NonceConfig;
import io.vouchline.gateway.session.SessionConfig;
import io.vouchline.gateway.startup.BudgetCheck.Path;
import io.vouchline.gateway.transaction.TransactionConfig;
import io.vouchline.gateway.upstream.UpstreamConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetCheckTest {

    @Test
    @Requirement(42)
    void everyWayThroughTheGatewayFitsIntoTheTimeThatARequestMayTake() {
        paths(Map.of()).forEach(BudgetCheck::check);
    }

    /** As the README says. */
    @Test
    void theLongestWaysTakeThisLong() {
        assertEquals(
                Map.of(
                        "send_otp", Duration.ofMillis(50 + 1_450 + 650 + 1_750),
                        "/v1/verify/call", Duration.ofMillis(250 + 50 + 300 + 650 + 1_750 + 300),
                        "/sessions", Duration.ofMillis(50 + 300 + 1_450 + 300),
                        "/telavox/customer", Duration.ofMillis(50 + 1_450 + 200),
                        "/carrier and /push", Duration.ofMillis(3_450)),
                paths(Map.of()).stream().collect(Collectors.toMap(Path::name, Path::longest)));
    }

    @Test
    void theTimeThatARequestMayTakeFitsIntoDialogflowsFiveSeconds() {
        assertTrue(AccessFilter.BUDGET.compareTo(Duration.ofSeconds(5)) < 0);
    }

    @ParameterizedTest
    @CsvSource({
        "vouchline.upstream.otp.timeout, 2s, vouchline.upstream.otp.*",
        "vouchline.upstream.otp.retries, 2, vouchline.upstream.otp.*",
        "vouchline.upstream.callbacks.timeout, 2s, vouchline.upstream.callbacks.*",
        "vouchline.limit.store-timeout, 200ms, vouchline.limit.store-timeout",
        "vouchline.nonce.timeout, 2s, vouchline.nonce.timeout",
        "vouchline.transaction.timeout, 1s, vouchline.transaction.timeout"
    })
    @Requirement(42)
    void whatDoesNotFitStopsTheStartAndIsNamed(String setting, String value, String named) {
        List<Path> paths = paths(Map.of(setting, value));
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> paths.forEach(BudgetCheck::check));
        assertTrue(refusal.getMessage().contains(named), refusal::getMessage);
    }

    private static List<Path> paths(Map<String, String> settings) {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(UpstreamConfig.class)
                        .withMapping(LimitConfig.class)
                        .withMapping(NonceConfig.class)
                        .withMapping(TransactionConfig.class)
                        .withMapping(CallConfig.class)
                        .withMapping(SessionConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValues(settings)
                        .build();
        return BudgetCheck.paths(
                config.getConfigMapping(UpstreamConfig.class),
                config.getConfigMapping(LimitConfig.class),
                config.getConfigMapping(NonceConfig.class),
                config.getConfigMapping(TransactionConfig.class),
                config.getConfigMapping(CallConfig.class),
                config.getConfigMapping(SessionConfig.class));
    }
}
