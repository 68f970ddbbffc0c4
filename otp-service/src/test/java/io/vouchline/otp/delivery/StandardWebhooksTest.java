package io.vouchline.otp.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.testing.KeyFiles;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example is that of the specification's libraries; the second was made by openssl. */
class StandardWebhooksTest {

    private static final String FIRST = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SECOND = "whsec_YSBzZWNvbmQgc2VjcmV0IG9mIHRoaXJ0eS10d28gYnk=";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private static final String BY_FIRST = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String BY_SECOND = "v1,qWjOG+/MRGg/rjqpaLQfx0CZFXMAfYpi1V4T56ss0MQ=";

    private final StandardWebhooks one = read("webhook-one", FIRST);
    private final StandardWebhooks rotated = read("webhook-two", SECOND + "\n\n" + FIRST + "\n");

    @Test
    void thePublishedExampleIsSignedAndVerified() {
        assertEquals(BY_FIRST, one.sign(ID, NOW, BODY));
        assertTrue(one.verify(ID, TIME, BODY, BY_FIRST, NOW));
    }

    @Test
    void whileSecretsAreRotatedBothSignAndBothAreTaken() {
        assertEquals(BY_SECOND + " " + BY_FIRST, rotated.sign(ID, NOW, BODY));
        assertTrue(one.verify(ID, TIME, BODY, BY_SECOND + " " + BY_FIRST, NOW));
        assertTrue(rotated.verify(ID, TIME, BODY, BY_FIRST, NOW));
        assertTrue(rotated.verify(ID, TIME, BODY, BY_SECOND, NOW));
        assertFalse(one.verify(ID, TIME, BODY, BY_SECOND, NOW));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 0, 299, 300})
    void fiveMinutesEitherWayAreTaken(long seconds) {
        assertTrue(one.verify(ID, TIME, BODY, BY_FIRST, NOW.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void moreAreNot(long seconds) {
        assertFalse(one.verify(ID, TIME, BODY, BY_FIRST, NOW.plusSeconds(seconds)));
    }

    @Test
    void otherVersionsArePassedOver() {
        assertTrue(one.verify(ID, TIME, BODY, "v1a,AAAA v2,x " + BY_FIRST, NOW));
        assertFalse(one.verify(ID, TIME, BODY, BY_FIRST.replace("v1,", "v1a,"), NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x|1614265330|{}", "msg_p5jXN8AQM9LWM0D4loKWxJek|1614265331|{}"})
    void whatWasChangedIsNotTaken(String id, String time, String body) {
        assertFalse(one.verify(id, time, BODY, BY_FIRST, NOW));
        assertFalse(one.verify(ID, TIME, body, BY_FIRST, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "v1", "v1,", "v1,=", "g0hM9SsE", "v1,ü", ",", "v1,\u0000"})
    void aBrokenSignatureIsOnlyWrong(String header) {
        assertFalse(one.verify(ID, TIME, BODY, header, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "1614265330.0", "01614265330000000", "٠", " 1"})
    void aBrokenTimeIsOnlyWrong(String time) {
        assertFalse(one.verify(ID, time, BODY, BY_FIRST, NOW));
    }

    @Test
    void aTimeFarAheadIsOnlyWrong() {
        assertFalse(one.verify(ID, "999999999999", BODY, BY_FIRST, NOW));
        assertFalse(one.verify(ID, TIME, BODY, BY_FIRST, NOW.plus(Duration.ofDays(9_999))));
    }

    private static StandardWebhooks read(String name, String lines) {
        return StandardWebhooks.read("test", KeyFiles.write(name + ".secret", lines));
    }
}
