package io.vouchline.gateway.upstream;

import com.fasterxml.jackson.core.JacksonException;
import io.netty.channel.ConnectTimeoutException;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.upstream.UpstreamConfig.Limits;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Calls to one service, all through one guard: a time limit for each try, another try for what
 * passes, a breaker that opens when half of 20 calls fail, and a limit of calls under way. Whatever
 * keeps the service from answering is told as "not available", never as an answer. That somebody
 * has to wait (429) is an answer: it is told as it is, not repeated, and no fault of the service.
 * That there is no service where one was called fails with {@link UnreachableException}.
 */
final class Upstream {

    private static final Logger LOGGER = Logger.getLogger(Upstream.class);
    private static final int BREAKER_WINDOW = 20;
    private static final double BREAKER_RATIO = 0.5;
    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final Guard guard;
    private final Guard repeating;

    Upstream(String name, Limits limits) {
        this.name = name;
        this.guard =
                Guard.create()
                        .withDescription(name)
                        .withTimeout()
                        .duration(limits.timeout().toMillis(), ChronoUnit.MILLIS)
                        .done()
                        .withCircuitBreaker()
                        .requestVolumeThreshold(BREAKER_WINDOW)
                        .failureRatio(BREAKER_RATIO)
                        .delay(BREAKER_PAUSE.toMillis(), ChronoUnit.MILLIS)
                        .when(Upstream::isFault)
                        .onStateChange(state -> LOGGER.warnf("breaker of %s: %s", name, state))
                        .done()
                        .withBulkhead()
                        .limit(limits.concurrency())
                        .queueSize(limits.concurrency())
                        .done()
                        .build();
        this.repeating =
                Guard.create()
                        .withDescription(name)
                        .withRetry()
                        .maxRetries(limits.retries())
                        .delay(limits.pause().toMillis(), ChronoUnit.MILLIS)
                        .jitter(0, ChronoUnit.MILLIS)
                        .whenException(Upstream::isFault)
                        .done()
                        .build();
    }

    /** Makes a call that is safe to repeat. */
    <T> Uni<T> call(Supplier<Uni<T>> call) {
        return repeating
                .get(() -> guarded(call), new TypeLiteral<Uni<T>>() {})
                .onFailure()
                .transform(this::told);
    }

    /** Makes a call that must not be repeated. */
    <T> Uni<T> callOnce(Supplier<Uni<T>> call) {
        return guarded(call).onFailure().transform(this::told);
    }

    private <T> Uni<T> guarded(Supplier<Uni<T>> call) {
        return guard.get(call, new TypeLiteral<Uni<T>>() {});
    }

    /** Timeouts, lost connections and 5xx: what the breaker counts and another try may mend. */
    private static boolean isFault(Throwable failure) {
        if (failure instanceof RefusedCallException refused) {
            return refused.status() >= 500;
        }
        if (isUnreadable(failure)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof VertxException
                    || cause instanceof TimeoutException
                    || cause
                            instanceof
                            org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** An answer that is none: some proxy's page. Neither counted nor asked for again. */
    private static boolean isUnreadable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(JacksonException.class::isInstance);
    }

    /**
     * Whether there is no service where it was called. A connection that takes too long to come
     * about is none of that: the service may be there.
     */
    private static boolean isUnreachable(Throwable failure) {
        if (failure instanceof RefusedCallException refused) {
            return refused.status() == ProblemType.NOT_FOUND.status();
        }
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(
                        cause ->
                                cause instanceof UnknownHostException
                                        || (cause instanceof ConnectException
                                                && !(cause instanceof ConnectTimeoutException)));
    }

    private static ProblemException failed(Problem problem, Throwable failure) {
        return isUnreachable(failure) ? new UnreachableException(problem) : problem.exception();
    }

    private static boolean isLimit(RefusedCallException refused) {
        return refused.status() == ProblemType.TOO_MANY_REQUESTS.status();
    }

    private static ProblemException limited(RefusedCallException refused) {
        Problem problem = ProblemType.TOO_MANY_REQUESTS.because("A limit is reached; wait.");
        return refused.retryAfter().map(problem::retryAfter).orElse(problem).exception();
    }

    private Throwable told(Throwable failure) {
        if (failure instanceof ProblemException) {
            return failure;
        }
        if (failure instanceof RefusedCallException refused && isLimit(refused)) {
            return limited(refused);
        }
        boolean unavailable =
                isFault(failure)
                        || isUnreadable(failure)
                        || failure instanceof CircuitBreakerOpenException
                        || failure instanceof BulkheadException;
        if (!unavailable) {
            LOGGER.errorf("%s did not understand a call: %s", name, failure);
            return failed(ProblemType.INTERNAL.because("The failure has been logged."), failure);
        }
        LOGGER.warnf("%s is not available: %s", name, failure);
        return failed(
                ProblemType.UNAVAILABLE
                        .because(name + " does not answer.")
                        .retryAfter(BREAKER_PAUSE),
                failure);
    }
}
