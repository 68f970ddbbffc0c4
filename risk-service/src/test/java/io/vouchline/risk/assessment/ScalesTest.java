package io.vouchline.risk.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.risk.RiskApi.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalesTest {

    @ParameterizedTest
    @CsvSource({
        "INTELLIGENCE_1_0, 0, low, allow",
        "INTELLIGENCE_1_0, 200, low, allow",
        "INTELLIGENCE_1_0, 201, medium-low, allow",
        "INTELLIGENCE_1_0, 400, medium-low, allow",
        "INTELLIGENCE_1_0, 401, medium, flag",
        "INTELLIGENCE_1_0, 600, medium, flag",
        "INTELLIGENCE_1_0, 601, medium-high, block",
        "INTELLIGENCE_1_0, 800, medium-high, block",
        "INTELLIGENCE_1_0, 801, high, block",
        "INTELLIGENCE_1_0, 1000, high, block",
        "INTELLIGENCE_2_0, 80, low, allow",
        "INTELLIGENCE_2_0, 81, very low, allow",
        "INTELLIGENCE_2_0, 450, very low, allow",
        "INTELLIGENCE_2_0, 451, medium-low, flag",
        "INTELLIGENCE_2_0, 500, medium-low, flag",
        "INTELLIGENCE_2_0, 501, medium, flag",
        "INTELLIGENCE_2_0, 600, medium, flag",
        "INTELLIGENCE_2_0, 601, high, block",
        "INTELLIGENCE_2_0, 800, high, block",
        "INTELLIGENCE_2_0, 801, very high, block",
        "INTELLIGENCE_2_0, 1000, very high, block",
    })
    void everyBoundaryIsThatOfThePublishedTable(
            Scale scale, int score, String level, String recommendation) {
        assertEquals(
                new Scales.Band(Scales.band(scale, score).highest(), level, recommendation),
                Scales.band(scale, score));
    }

    @Test
    void aScoreAboveTheScaleIsAFault() {
        assertThrows(
                IllegalArgumentException.class, () -> Scales.band(Scale.INTELLIGENCE_2_0, 1001));
    }
}
