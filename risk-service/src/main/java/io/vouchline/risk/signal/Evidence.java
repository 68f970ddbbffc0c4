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
 * @param now when the request is made
 */
public record Evidence(
        AssessmentRequest request,
        Intelligence number,
        Listed listed,
        Optional<History> history,
        Instant now) {}
