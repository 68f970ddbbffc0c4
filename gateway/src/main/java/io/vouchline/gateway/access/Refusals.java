package io.vouchline.gateway.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.key.Digest;
import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.limit.Buckets.Bucket;
import io.vouchline.gateway.limit.Rate;
import io.vouchline.gateway.limit.RequestLimit;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What becomes of refused credentials: each is counted, and a source that has too many is told to
 * wait. A right credential passes all the same, since platforms share addresses.
 */
@Singleton
public final class Refusals {

    private static final int HASH_DIGITS = 32;
    private static final String UNKNOWN = "unknown";

    private final RequestLimit limit;
    private final Rate rate;
    private final CurrentSource source;
    private final MeterRegistry meters;

    Refusals(RequestLimit limit, AccessConfig config, CurrentSource source, MeterRegistry meters) {
        this.limit = limit;
        this.rate = Rate.perMinute(config.failures().atOnce(), config.failures().perMinute());
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
        return limit.take(bucket(), rate).map(Refusals::told);
    }

    /** By a hash, since addresses are personal and Redis is read by others. */
    private Bucket bucket() {
        String holder = source.address().map(SourceAddress::holder).orElse(UNKNOWN);
        return new Bucket(Digest.hex(holder).substring(0, HASH_DIGITS), "failures");
    }

    private static Problem told(Duration wait) {
        return wait.isPositive()
                ? ProblemType.TOO_MANY_REQUESTS
                        .because("Too many credentials were refused.")
                        .retryAfter(wait)
                : ProblemType.UNAUTHENTICATED.because("Send the client's credential.");
    }
}
