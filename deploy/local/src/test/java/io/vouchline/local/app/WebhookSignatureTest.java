package io.vouchline.local.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of the reference implementations' own tests. */
class WebhookSignatureTest {

    private static final WebhookSignature SIGNATURE =
            new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void aMessageIsSignedAsTheStandardSays() {
        assertEquals(SIGNED, SIGNATURE.of(ID, AT, BODY));
    }

    @Test
    void oneGoodSignatureAmongOthersDoes() {
        assertTrue(isGood(ID, "1614265330", BODY, "v1,abc v2,def " + SIGNED));
    }

    @ParameterizedTest
    @CsvSource({
        "msg_other, 1614265330, same",
        "same, 1614265331, same",
        "same, 1614265330, other",
        "same, soon, same",
        "same, '', same",
    })
    void nothingElseIsSignedByIt(String id, String timestamp, String body) {
        assertFalse(
                isGood(
                        id.equals("same") ? ID : id,
                        timestamp,
                        body.equals("same") ? BODY : body,
                        SIGNED));
    }

    @Test
    void aMessageOfLongAgoIsRefused() {
        assertTrue(SIGNATURE.isGood(ID, "1614265330", BODY, SIGNED, AT.plusSeconds(300)));
        assertFalse(SIGNATURE.isGood(ID, "1614265330", BODY, SIGNED, AT.plusSeconds(301)));
        assertFalse(SIGNATURE.isGood(ID, "1614265330", BODY, SIGNED, AT.minusSeconds(301)));
    }

    private static boolean isGood(String id, String timestamp, String body, String header) {
        return SIGNATURE.isGood(id, timestamp, body, header, AT);
    }
}
