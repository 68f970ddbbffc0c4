package io.vouchline.gateway.session;

import io.vouchline.contract.problem.ProblemType;
import java.time.Duration;

/**
 * How often something was tried that others have overtaken.
 *
 * @param count from 1
 */
record Tries(int count) {

    static final Tries FIRST = new Tries(1);

    private static final int MOST = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /**
     * The next try.
     *
     * @throws io.vouchline.contract.problem.ProblemException 503, if there were enough
     */
    Tries next() {
        if (count == MOST) {
            throw ProblemType.UNAVAILABLE
                    .because("Too much happens in this session at once.")
                    .retryAfter(RETRY_AFTER)
                    .exception();
        }
        return new Tries(count + 1);
    }
}
