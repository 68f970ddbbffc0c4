package io.vouchline.gateway.listing;

import io.vouchline.contract.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When an entry ends that a client adds. None is for ever: a number that somebody has put on a list
 * by mistake or malice, a forged calling number perhaps, comes off it by itself.
 */
final class Ending {

    private Ending() {}

    /**
     * The end that is wanted, or else the latest one.
     *
     * @param life how long an entry may last
     * @throws io.vouchline.contract.problem.ProblemException 400 for an end that has passed or is
     *     later than the latest
     */
    static Instant of(@Nullable Instant wanted, Duration life, Instant now) {
        Instant latest = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
        if (wanted == null) {
            return latest;
        }
        if (!wanted.isAfter(now) || wanted.isAfter(latest)) {
            throw ProblemType.MALFORMED.exception(
                    "expires_at must be in the future, by at most %d hours."
                            .formatted(life.toHours()));
        }
        return wanted;
    }
}
