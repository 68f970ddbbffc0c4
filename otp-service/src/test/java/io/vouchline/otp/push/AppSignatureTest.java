package io.vouchline.otp.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppSignatureTest {

    /** The sample of the specification's own libraries. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final long AT = 1_614_265_330;

    @TempDir private Path folder;

    @Test
    void theSampleOfTheSpecificationHolds() {
        assertTrue(verify(SECRET, ID, Long.toString(AT), BODY, SIGNATURE, AT));
    }

    @ParameterizedTest
    @CsvSource({"300, true", "-300, true", "301, false", "-301, false"})
    void anAnswerIsGoodForFiveMinutesEitherWay(long off, boolean good) {
        assertEquals(good, verify(SECRET, ID, Long.toString(AT), BODY, SIGNATURE, AT + off));
    }

    @Test
    void whatWasChangedDoesNotHold() {
        String at = Long.toString(AT);
        assertFalse(verify(SECRET, ID + "x", at, BODY, SIGNATURE, AT));
        assertFalse(verify(SECRET, ID, Long.toString(AT + 1), BODY, SIGNATURE, AT));
        assertFalse(verify(SECRET, ID, at, BODY + " ", SIGNATURE, AT));
        assertFalse(verify(SECRET, ID, at, BODY, SIGNATURE.replace("v1,", "v2,"), AT));
        assertFalse(verify(SECRET, ID, at, BODY, SIGNATURE.substring(3), AT));
        assertFalse(verify(SECRET, ID, at, BODY, SIGNATURE.replace('g', 'h'), AT));
        assertFalse(verify(SECRET, ID, at, BODY, "", AT));
        assertFalse(verify(SECRET.replace('M', 'N'), ID, at, BODY, SIGNATURE, AT));
        for (String notSeconds : new String[] {"", "-1", "1e9", "16142653300000", "١٦", " " + at}) {
            assertFalse(verify(SECRET, ID, notSeconds, BODY, SIGNATURE, AT));
        }
    }

    @Test
    void oneOfSeveralSignaturesAndOneOfTwoSecretsAreEnough() {
        String at = Long.toString(AT);
        assertTrue(verify(SECRET, ID, at, BODY, "v1a,x v1,eA== " + SIGNATURE, AT));
        String two = SECRET.replace('M', 'N') + "\n" + SECRET + "\n";
        assertTrue(verify(two, ID, at, BODY, SIGNATURE, AT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS?",
                SECRET + "\n" + SECRET + "\n" + SECRET
            })
    void anUnusableFileStopsTheStartAndIsNotRepeated(String text) {
        Path file = file(text);
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> AppSignature.read("setting", file));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("setting=" + file));
        assertFalse(message.contains("MfKQ") || message.contains("c2hv"));
    }

    private boolean verify(
            String secrets, String id, String timestamp, String body, String header, long now) {
        return AppSignature.read("setting", file(secrets))
                .verify(id, timestamp, body, header, Instant.ofEpochSecond(now));
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("secret"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
