package io.vouchline.gateway.startup;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.gateway.access.AccessFilter;
import io.vouchline.gateway.call.CallConfig;
import io.vouchline.gateway.limit.LimitConfig;
import io.vouchline.gateway.nonce.NonceConfig;
import io.vouchline.gateway.session.SessionConfig;
import io.vouchline.gateway.transaction.TransactionConfig;
import io.vouchline.gateway.upstream.UpstreamConfig;
import io.vouchline.gateway.upstream.UpstreamConfig.Limits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whatever a request asks in turn, each with all its tries, must still end in time. What asks more
 * often ends in time by {@link io.vouchline.gateway.access.CurrentRequest#within}.
 */
@Startup
@Singleton
final class BudgetCheck {

    @Inject
    BudgetCheck(
            UpstreamConfig upstreams,
            LimitConfig limits,
            NonceConfig nonces,
            TransactionConfig transactions,
            CallConfig calls,
            SessionConfig sessions) {
        if (ConfigUtils.isProfileActive("prod")) {
            paths(upstreams, limits, nonces, transactions, calls, sessions)
                    .forEach(BudgetCheck::check);
        }
    }

    /** The longest ways through the gateway. */
    static List<Path> paths(
            UpstreamConfig upstreams,
            LimitConfig limits,
            NonceConfig nonces,
            TransactionConfig transactions,
            CallConfig calls,
            SessionConfig sessions) {
        Step limit = new Step("vouchline.limit.store-timeout", limits.storeTimeout());
        Step nonce = new Step("vouchline.nonce.timeout", nonces.timeout());
        Step transaction = new Step("vouchline.transaction.timeout", transactions.timeout());
        Step tie = new Step("vouchline.call.tie-timeout", calls.tieTimeout());
        Step session = new Step("vouchline.session.store-timeout", sessions.storeTimeout());
        Step lookup = new Step("vouchline.upstream.lookup.*", longest(upstreams.lookup()));
        Step risk = new Step("vouchline.upstream.risk.*", longest(upstreams.risk()));
        Step otp = new Step("vouchline.upstream.otp.*", longest(upstreams.otp()));
        Step callback = new Step("vouchline.upstream.callbacks.*", longest(upstreams.callbacks()));
        return List.of(
                new Path("send_otp", List.of(limit, lookup, risk, otp)),
                new Path(
                        "/v1/verify/call",
                        List.of(nonce, limit, transaction, risk, otp, transaction)),
                new Path("/telavox/customer", List.of(limit, lookup, tie)),
                // What its errands take is cut off in time for the second one.
                new Path("/sessions", List.of(limit, session, lookup, session)),
                new Path("/carrier and /push", List.of(callback)));
    }

    static void check(Path path) {
        Duration sum = path.longest();
        if (sum.compareTo(AccessFilter.BUDGET) > 0) {
            throw new IllegalStateException(
                    "%s: timeouts, retries and pauses add up to %d ms for %s, a request may take %d ms; lower one of them"
                            .formatted(
                                    path.settings(),
                                    sum.toMillis(),
                                    path.name(),
                                    AccessFilter.BUDGET.toMillis()));
        }
    }

    /** All tries and the pauses between them. */
    static Duration longest(Limits limits) {
        return limits.timeout()
                .multipliedBy(limits.retries() + 1L)
                .plus(limits.pause().multipliedBy(limits.retries()));
    }

    /**
     * What is asked on the way of a request, one after the other.
     *
     * @param name a request that takes this way
     */
    record Path(String name, List<Step> steps) {

        Duration longest() {
            return steps.stream().map(Step::longest).reduce(Duration.ZERO, Duration::plus);
        }

        String settings() {
            return steps.stream().map(Step::setting).distinct().collect(Collectors.joining(", "));
        }
    }

    /**
     * One store or service.
     *
     * @param setting where its time is set
     */
    record Step(String setting, Duration longest) {}
}
