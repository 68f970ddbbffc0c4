package io.vouchline.gateway.telesign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import io.vouchline.contract.risk.RiskApi.Risk;
import org.jspecify.annotations.Nullable;

/** The three packages of Verify Plus. */
record Packages(PhoneType phoneType, ToldRisk risk, Numbering numbering) {

    /** What was assessed. */
    static Packages of(Assessment assessment) {
        return new Packages(
                assessment.phoneType(),
                ToldRisk.of(assessment.risk(), assessment.degraded()),
                assessment.numbering());
    }

    /**
     * What the numbering plan alone tells, where nobody assessed the number.
     *
     * @param original the text that the platform sent
     */
    static Packages ofPlan(PhoneNumber number, String original) {
        NumberingPlan plan = NumberingPlan.of(number);
        return new Packages(plan.phoneType(), ToldRisk.NONE_MADE, plan.numbering(original));
    }

    /**
     * The document's risk package.
     *
     * @param degraded true if the score was made without memory of numbers, or not at all; left out
     *     otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToldRisk(String recommendation, int score, String level, @Nullable Boolean degraded) {

        /**
         * Stands where no score was made: the lowest one that both published scales call "medium"
         * and want flagged, neither allowed nor blocked.
         */
        static final ToldRisk NONE_MADE = new ToldRisk("flag", 501, "medium", true);

        static ToldRisk of(Risk risk, boolean degraded) {
            return new ToldRisk(
                    risk.recommendation(), risk.score(), risk.level(), degraded ? true : null);
        }
    }
}
