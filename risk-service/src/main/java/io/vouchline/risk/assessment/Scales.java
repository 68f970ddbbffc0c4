package io.vouchline.risk.assessment;

import io.vouchline.contract.risk.RiskApi.Scale;
import java.util.List;

/** The bands of the two published scales, with Telesign's words for them. */
final class Scales {

    private static final List<Band> INTELLIGENCE_1_0 =
            List.of(
                    new Band(200, "low", "allow"),
                    new Band(400, "medium-low", "allow"),
                    new Band(600, "medium", "flag"),
                    new Band(800, "medium-high", "block"),
                    new Band(1000, "high", "block"));

    /** "low" below "very low" is no slip of ours: the published table has it so. */
    private static final List<Band> INTELLIGENCE_2_0 =
            List.of(
                    new Band(80, "low", "allow"),
                    new Band(450, "very low", "allow"),
                    new Band(500, "medium-low", "flag"),
                    new Band(600, "medium", "flag"),
                    new Band(800, "high", "block"),
                    new Band(1000, "very high", "block"));

    private Scales() {}

    /** The band of a score from 0 to 1000. */
    static Band band(Scale scale, int score) {
        List<Band> bands =
                switch (scale) {
                    case INTELLIGENCE_1_0 -> INTELLIGENCE_1_0;
                    case INTELLIGENCE_2_0 -> INTELLIGENCE_2_0;
                };
        return bands.stream()
                .filter(band -> score <= band.highest())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a score is at most 1000"));
    }

    /**
     * A band of a scale.
     *
     * @param highest the highest score in it
     */
    record Band(int highest, String level, String recommendation) {}
}
