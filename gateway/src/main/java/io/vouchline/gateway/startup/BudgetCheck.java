package io.vouchline.gateway.startup;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.gateway.access.AccessFilter;
import io.vouchline.gateway.upstream.UpstreamConfig;
import io.vouchline.gateway.upstream.UpstreamConfig.Limits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A request that asks all three services, each with all its tries, must still end in time; and so
 * must a callback, which asks one. What asks more often ends in time by {@link
 * io.vouchline.gateway.access.CurrentRequest#within}.
 */
@Startup
@Singleton
final class BudgetCheck {

    @Inject
    BudgetCheck(UpstreamConfig config) {
        if (ConfigUtils.isProfileActive("prod")) {
            check(config);
        }
    }

    static void check(UpstreamConfig config) {
        check(config.lookup(), config.risk(), config.otp());
        check(config.callbacks());
    }

    private static void check(Limits... inTurn) {
        Duration sum =
                Stream.of(inTurn).map(BudgetCheck::longest).reduce(Duration.ZERO, Duration::plus);
        if (sum.compareTo(AccessFilter.BUDGET) > 0) {
            throw new IllegalStateException(
                    "vouchline.upstream.*: timeouts, retries and pauses add up to %d ms, a request may take %d ms; lower one of them"
                            .formatted(sum.toMillis(), AccessFilter.BUDGET.toMillis()));
        }
    }

    /** All tries and the pauses between them. */
    static Duration longest(Limits limits) {
        return limits.timeout()
                .multipliedBy(limits.retries() + 1L)
                .plus(limits.pause().multipliedBy(limits.retries()));
    }
}
