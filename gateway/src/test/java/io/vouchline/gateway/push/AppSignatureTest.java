package io.vouchline.gateway.push;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.otp.PushApi.SignedAnswer;
import io.vouchline.contract.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppSignatureTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    @ParameterizedTest
    @CsvSource({
        "1700000000, 'v1,a'",
        "1699999700, 'v1,a'",
        "1700000300, 'v1,a'",
        "001700000000, 'v1,a'",
        "1700000000, 'v1a,a v1,b'"
    })
    void whatMayHaveBeenSignedInTheLastFiveMinutesPasses(String timestamp, String signature) {
        assertDoesNotThrow(() -> check(timestamp, signature));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1699999699",
                "1700000301",
                "0",
                "999999999999",
                "1700000000000",
                "-1700000000",
                "+1700000000",
                "1700000000.0",
                "1700000000 ",
                "\u0661700000000",
                "now"
            })
    void anythingElseIsNoTimeOfASignature(String timestamp) {
        refused(timestamp, "v1,a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2,a", "v1a,a", "V1,a", "a", "xv1,a", " "})
    void whatNamesNoSignatureOfAKnownKindIsRefused(String signature) {
        refused("1700000000", signature);
    }

    private static void refused(String timestamp, String signature) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> check(timestamp, signature));
        assertEquals(401, refused.problem().status());
    }

    private static void check(String timestamp, String signature) {
        AppSignature.mustBePossible(new SignedAnswer("msg", timestamp, signature, "{}"), NOW);
    }
}
