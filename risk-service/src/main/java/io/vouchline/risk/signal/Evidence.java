package io.vouchline.risk.signal;

import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.risk.history.History;
import io.vouchline.risk.listing.Listed;
import io.vouchline.risk.number.Intelligence;
import java.time.Instant;
import java.util.Optional;

/**
 * All that signals can look at.
 *
 * @param number what the number's own digits tell
 * @param listed what the lists say
 * @param history what is remembered; empty if it could not be read
 * @param outcomesRead whether it is known what became of codes; if not, all look unverified
 * @param now when the request is made
 */
public record Evidence(
        AssessmentRequest request,
        Intelligence number,
        Listed listed,
        Optional<History> history,
        boolean outcomesRead,
        Instant now) {

    /** What is remembered, where it can be told from it what was verified. */
    Optional<History> outcomes() {
        return history.filter(known -> outcomesRead);
    }
}
