package io.vouchline.gateway.feedback;

import io.vouchline.contract.risk.FeedbackApi.Outcome;
import io.vouchline.contract.risk.RiskApi;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * What became of a number.
 *
 * @param id the event's id at the platform, no personal data
 * @param phoneNumber with or without its country code
 * @param outcome an {@link Outcome} in lower case
 */
record FeedbackQuestion(
        @NotNull @Pattern(regexp = RiskApi.ID) String id,
        @NotNull @Size(max = 64) String phoneNumber,
        @NotNull @Pattern(regexp = "verified|failed|fraud|genuine") String outcome) {

    Outcome happened() {
        return Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "FeedbackQuestion[...]";
    }
}
