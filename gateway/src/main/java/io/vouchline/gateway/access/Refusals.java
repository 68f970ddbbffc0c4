package io.vouchline.gateway.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What becomes of refused credentials: each is counted, and a source that has too many is told to
 * wait. A right credential passes all the same, since platforms share addresses.
 */
@Singleton
public final class Refusals {

    private static final String UNKNOWN = "unknown";

    private final Failures failures;
    private final CurrentSource source;
    private final MeterRegistry meters;

    Refusals(Failures failures, CurrentSource source, MeterRegistry meters) {
        this.failures = failures;
        this.source = source;
        this.meters = meters;
    }

    /**
     * Counts a refusal of the current request; answers 401, or 429 if its source has too many.
     *
     * @param scheme by what it was, as a label of the metric
     */
    public Uni<Problem> counted(String scheme) {
        meters.counter("vouchline.access.failures", "scheme", scheme).increment();
        return failures.count(source.address().map(SourceAddress::holder).orElse(UNKNOWN))
                .map(Refusals::told);
    }

    private static Problem told(Duration wait) {
        return wait.isPositive()
                ? ProblemType.TOO_MANY_REQUESTS
                        .because("Too many credentials were refused.")
                        .retryAfter(wait)
                : ProblemType.UNAUTHENTICATED.because("Send the client's credential.");
    }
}
