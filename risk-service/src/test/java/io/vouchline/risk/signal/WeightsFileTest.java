package io.vouchline.risk.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.risk.signal.Scorecard.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a weights file stops the start with a sentence that says what to change. */
class WeightsFileTest {

    @TempDir Path folder;

    @Test
    void withoutASettingTheWeightsOfTheBuildHold() {
        assertEquals(
                WeightsFile.shipped(), new WeightsFile().weights(() -> Optional.<Path>empty()));
    }

    @Test
    void aNamedFileReplacesThoseOfTheBuild() throws IOException {
        Path file = write(replaced("\"prior\": -4.6", "\"prior\": 0"));
        Score score = Scorecards.of(file).of(Evidences.newNumber().build());
        assertEquals(500, score.value());
        assertEquals(0, new WeightsFile().weights(() -> Optional.of(file)).prior());
    }

    @Test
    void aFileThatCannotBeReadIsRefused() {
        Path file = folder.resolve("none.json");
        assertEquals(
                "vouchline.weights.file="
                        + file
                        + " cannot be read (NoSuchFileException); name a readable file in UTF-8 or"
                        + " remove the setting",
                refusal(file));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = folder.resolve("weights.json");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
        assertTrue(refusal(file).contains("cannot be read (MalformedInputException); name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''        | it holds no JSON object; copy the weights.json of this build
                    []        | it holds no JSON object; copy the weights.json of this build
                    null      | it holds no JSON object; copy the weights.json of this build
                    {         | line 1 is not as JSON demands (
                    {} {}     | line 1 is not as JSON demands (
                    {"a":NaN} | line 1 is not as JSON demands (
                    {"a":1,"a":2} | line 1 is not as JSON demands (Duplicate field 'a'); correct it
                    """)
    void whatIsNotJsonIsRefused(String json, String why) throws IOException {
        assertRefused(json, why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "version": "fixed",  |                      | version is missing; add it
                    "prior": -4.6,        |                      | prior is missing; add it
                    "budget":             | "x":                 | budget is missing; add it
                    "signals":            | "x":                 | signals is missing; add it
                    "prior": -4.6,        | "prior": 0, "x": 1,  | x is unknown; remove it
                    "version": "fixed"   | "version": 1         | version is 1; write a text of 1 to 64 characters without control characters
                    "fixed"              | ""                   | version is ""; write a text
                    "fixed"              | " "                  | version is " "; write a text
                    "fixed"              | "a\\u0007"           | version is "a\\u0007"; write a text
                    "fixed"              | null                 | version is null; write a text
                    "prior": -4.6         | "prior": 15.01       | prior is 15.01; write a number from -15 to 15
                    "prior": -4.6         | "prior": -15.01      | prior is -15.01; write a number from -15 to 15
                    "prior": -4.6         | "prior": "0"         | prior is "0"; write a number from -15 to 15
                    "prior": -4.6         | "prior": 1e999       | write a number from -15 to 15
                    "block":              | "x":                 | budget.block is missing; add it
                    "block":              | "x": {}, "block":    | budget.x is unknown; remove it
                    "block":              | "block": 1, "x":     | budget.x is unknown; remove it
                    "floor_hour": 3,      |                      | floor_hour is missing; add it
                    "floor_hour": 3,      | "floor_hour": 0,     | floor_hour is 0; write a number from 0.1 to 1000000
                    "floor_hour": 3,      | "floor_hour": 1000001, | floor_hour is 1000001; write a number from 0.1 to 1000000
                    "floor_day": 8,       | "floor_day": "8",    | budget.block.floor_day is "8"; write a number from 0.1 to 1000000
                    "share_hour": 0.4,    | "share_hour": -0.1,  | budget.range.share_hour is -0.1; write a number from 0 to 10
                    "share_day": 0.4      | "share_day": 11      | budget.range.share_day is 11; write a number from 0 to 10
                    "share_day": 0.4      | "share_day": 0.4, "x": 1 | budget.range.x is unknown; remove it
                    """)
    void aMemberThatIsNotAsExpectedIsRefused(String old, String wrong, String why)
            throws IOException {
        assertRefused(replaced(old, wrong == null ? "" : wrong), why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "hour":          | "hours":                  | there is no signal hours; remove it
                    "hour":          | "x": {}, "hour":          | there is no signal x; remove it
                    "hour": {"day": 0, "night": 0.3, "unknown": 0}, | | the signal hour is missing; add it, with points of 0 if it is to say nothing
                    "hour":          | "hour": 1, "x":           | signals.hour is 1; write an object
                    "VOIP": 5.4,     |                           | the signal phone_type has no points for the case VOIP; add them
                    "VOIP": 5.4,     | "VOIP": 5.4, "voip": 1,   | the signal phone_type has no case voip; remove it
                    "VOIP": 5.4,     | "VOIP": "5",              | signals.phone_type.VOIP is "5"; write a number from -15 to 15
                    "VOIP": 5.4,     | "VOIP": null,             | signals.phone_type.VOIP is null; write a number from -15 to 15
                    "VOIP": 5.4,     | "VOIP": 1e999,            | write a number from -15 to 15
                    "VOIP": 5.4,     | "VOIP": 15.01,            | signals.phone_type.VOIP is 15.01; write a number from -15 to 15
                    "VOIP": 5.4,     | "VOIP": -15.01,           | signals.phone_type.VOIP is -15.01; write a number from -15 to 15
                    "VOIP": 5.4,     | "VOIP": 5.4, "VOIP": 5.4, | (Duplicate field 'VOIP'); correct it
                    "0": 0, "1": 0.8 | "1": 0.8                  | the signal neighbours has no points for the lower bound 0; add them
                    "0": 0, "1": 0.8 | "0": 0, "x": 0.8          | the signal neighbours has the lower bound x; write a number of 0 or more, such as 2.5
                    "0": 0, "1": 0.8 | "0": 0, "-1": 0.8         | the signal neighbours has the lower bound -1; write a number of 0 or more, such as 2.5
                    "0": 0, "1": 0.8 | "0": 0, "1e3": 0.8        | the signal neighbours has the lower bound 1e3; write a number of 0 or more, such as 2.5
                    "0": 0, "1": 0.8 | "0": 0, "NaN": 0.8        | the signal neighbours has the lower bound NaN; write a number of 0 or more, such as 2.5
                    "0": 0, "1": 0.8 | "0": 0, "": 0.8           | the signal neighbours has the lower bound ; write a number of 0 or more, such as 2.5
                    "0": 0, "1": 0.8 | "0": 0, "0.0": 0          | the signal neighbours has the lower bound 0.0 twice; keep one of them
                    "0": 0, "1": 0.8 | "0": 0, "1": 1.8          | the signal neighbours has 1.7 points from 2.0 on, after 1.8; let them rise from bound to bound or stay
                    "0": 2.6, "0.15": 1.7 | "0": 1.6, "0.15": 1.7 | the signal block_conversion has 1.7 points from 0.15 on, after 1.6; let them fall from bound to bound or stay
                    """)
    void pointsThatDoNotFitTheirSignalAreRefused(String old, String wrong, String why)
            throws IOException {
        assertRefused(replaced(old, wrong == null ? "" : wrong), why);
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void aVersionHasAtMostSixtyFourCharacters(int length, boolean fits) throws IOException {
        String json = replaced("fixed", "v".repeat(length));
        if (fits) {
            assertEquals(length, WeightsFile.read(write(json)).version().length());
        } else {
            assertRefused(json, "write a text of 1 to 64 characters without control characters");
        }
    }

    @ParameterizedTest
    @CsvSource({"15", "-15"})
    void pointsAndPriorOfFifteenAreStillTaken(double most) throws IOException {
        assertEquals(
                most,
                WeightsFile.read(write(replaced("\"prior\": -4.6", "\"prior\": " + most))).prior());
        Path file = write(replaced("\"VOIP\": 5.4", "\"VOIP\": " + most));
        assertEquals(most, WeightsFile.read(file).signals().get("phone_type").get("VOIP"));
    }

    @Test
    void pointsMayStayFromBoundToBound() throws IOException {
        Path file = write(replaced("\"0\": 0, \"1\": 0.8", "\"0\": 0, \"1\": 1.7"));
        assertEquals(10, Scorecards.of(file).of(Evidences.newNumber().build()).value());
    }

    private void assertRefused(String json, String why) throws IOException {
        Path file = write(json);
        String refusal = refusal(file);
        assertTrue(
                refusal.startsWith(
                        "vouchline.weights.file=" + file + " is no usable weights file: "),
                refusal);
        assertTrue(refusal.contains(why), refusal);
        assertEquals(1, refusal.lines().count(), refusal);
    }

    private static String refusal(Path file) {
        return assertThrows(IllegalStateException.class, () -> Scorecards.of(file)).getMessage();
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("weights.json"), json == null ? "" : json);
    }

    /** The fixed weights with the first occurrence of a text replaced. */
    private static String replaced(String old, String wrong) {
        int at = FixedWeights.JSON.indexOf(old);
        assertTrue(at >= 0, old);
        return FixedWeights.JSON.substring(0, at)
                + wrong
                + FixedWeights.JSON.substring(at + old.length());
    }
}
