package io.vouchline.gateway;

import static io.vouchline.gateway.Doors.FORGED;
import static io.vouchline.gateway.Doors.MESSAGE;
import static io.vouchline.gateway.Doors.SIGNED;
import static io.vouchline.gateway.Doors.app;
import static io.vouchline.gateway.Doors.carrier;
import static io.vouchline.gateway.Doors.code;
import static io.vouchline.gateway.Doors.key;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.number;
import static io.vouchline.gateway.Doors.operator;
import static io.vouchline.gateway.Doors.proven;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Tokens;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doors write down of what passes through them. */
@QuarkusTest
@TestProfile(DoorsFixture.Listened.class)
class DoorsLogTest {

    private static final String CARD = "4111111111111111";

    private final Logger root = Logger.getLogger("");
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        Services.areAway("");
        Services.areSilent("");
        root.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/v1/security-keys",
                "/v1/channels",
                "/v1/carrier",
                "/v1/p",
                "/v1/lists",
                "/v1/feedback",
                "/v1/customers"
            })
    void noNumberCodeKeySecretOrProofIsWrittenDown(String away) {
        String proof = proofOfTwoFactors();
        String token = Tokens.token("gateway", "bank", "operator", "authenticators:enrol");
        Services.areAway(away);
        useEveryDoor(proof, token);
        String confirm = "/authenticators/" + Services.PENDING + "/confirm";
        var _ =
                proven(DoorsFixture.ENROLLING_KEY, proof)
                        .body(key(Services.UNREACHABLE_PHONE, Services.RIGHT_KEY))
                        .post(confirm);
        var _ = operator(token).body(key(Services.UNCERTAIN, Services.RIGHT_KEY)).post(confirm);
        assertFalse(lines.all().isEmpty(), "nothing was listened to");
        String metrics = RestAssured.get(Ports.management("/q/metrics")).asString();
        for (String secret : secrets(proof, token)) {
            assertFalse(lines.all().contains(secret), () -> secret + " in " + lines.all());
            assertEquals(List.of(), metrics.lines().filter(line -> line.contains(secret)).toList());
        }
    }

    @Test
    void aNoticeThatWasNotToldIsWrittenDownWithTenantAndKind() {
        String proof = proofOfTwoFactors();
        var _ =
                proven(DoorsFixture.ENROLLING_KEY, proof)
                        .body(number(Services.WITHOUT_CONTACT))
                        .post("/authenticators/" + Services.CONFIRMED + "/revoke");
        assertTrue(
                lines.all().contains("a customer of bank may not know of AUTHENTICATOR_REMOVED"),
                lines::all);
    }

    @Test
    void noMetricNamesWhatStandsInAPathHoweverItIsAskedFor() {
        String reference = "A00000000000000000000000000000EE";
        for (String path :
                List.of(
                        "/carrier/twilio/status/" + MESSAGE,
                        "/carrier/twilio/key/" + MESSAGE,
                        "/pushes/" + reference,
                        "/lists/" + MESSAGE,
                        "/telavox/lists/" + MESSAGE,
                        "/calls/" + MESSAGE,
                        "/authenticators/" + Services.PENDING + "/confirm",
                        "/authenticators/" + Services.PENDING + "/revoke",
                        "/authenticators/" + Services.PENDING)) {
            var _ = keyed(DoorsFixture.PLAIN_KEY).get(path);
            var _ = keyed(DoorsFixture.PLAIN_KEY).delete(path);
            var _ = keyed(DoorsFixture.PLAIN_KEY).contentType("text/plain").body("x").post(path);
        }
        String metrics = RestAssured.get(Ports.management("/q/metrics")).asString();
        for (String named : List.of(MESSAGE, reference, Services.PENDING)) {
            assertEquals(List.of(), metrics.lines().filter(line -> line.contains(named)).toList());
        }
    }

    /** Not earned at the doors: their breakers may be open by now. */
    private static String proofOfTwoFactors() {
        return AssertionKey.sign(
                AssertionKey.file(),
                "bank",
                "person-1",
                claims -> claims.setClaim("auth_level", 2),
                token -> {});
    }

    private static void useEveryDoor(String proof, String token) {
        var _ = carrier("status/" + MESSAGE, SIGNED, "To=%2B16502530000");
        var _ = carrier("key/" + MESSAGE, FORGED, "To=%2B16502530000");
        var _ = app("msg_1", "v1,good").post("/push");
        var _ = keyed(DoorsFixture.PLAIN_KEY).body(number(Services.PERSON)).post("/pushes");
        var _ = keyed(DoorsFixture.PLAIN_KEY).body(number("+1650253000")).post("/pushes");
        var _ =
                keyed(DoorsFixture.PLAIN_KEY)
                        .body(code(Services.PERSON, Services.RIGHT_CODE))
                        .post("/verifications/check");
        var _ =
                proven(DoorsFixture.PLAIN_KEY, proof)
                        .body(key(Services.PERSON, Services.RIGHT_KEY))
                        .post("/authenticators/check");
        var _ =
                operator(Tokens.token("gateway", "bank", "operator", "attempts:clear"))
                        .body(number(Services.LOCKED))
                        .post("/attempts/clear");
        var _ =
                proven(DoorsFixture.ENROLLING_KEY, proof)
                        .body(number(Services.PERSON))
                        .post("/authenticators");
        useListsAndFeedback();
        useTelavox();
        var _ = operator(token).body(number(Services.PERSON)).post("/authenticators");
        var _ = operator(token + "x").body(number(Services.PERSON)).post("/authenticators");
    }

    /** Read and unreadable, allowed and not. */
    private static void useListsAndFeedback() {
        for (String number : List.of(Services.PERSON, "+1650253000")) {
            String question = "{\"phone_number\":\"%s\",\"reason\":\"x\"}".formatted(number);
            String feedback =
                    "{\"id\":\"event-0001\",\"phone_number\":\"%s\",\"outcome\":\"fraud\"}"
                            .formatted(number);
            for (String key : List.of(DoorsFixture.LISTING_KEY, DoorsFixture.PLAIN_KEY)) {
                var _ = keyed(key).body(question).post("/lists/deny");
                var _ = keyed(key).body(feedback).post("/feedback");
            }
            for (String list : List.of("deny", "allow", number)) {
                var _ =
                        keyed(DoorsFixture.DESK_KEY)
                                .queryParam("phoneNumber", number)
                                .post("/telavox/lists/" + list);
            }
        }
    }

    /** Read and unreadable; a platform may even take a number for the name of a call. */
    private static void useTelavox() {
        for (String number : List.of(Services.PERSON, "+1650253000", "16502530000")) {
            for (String event : List.of("Ringing", "Answer", "Hangup", number)) {
                for (String call : List.of("call-1", "16502530000", number)) {
                    var _ =
                            keyed(DoorsFixture.DESK_KEY)
                                    .queryParam("event", event)
                                    .queryParam("callId", call)
                                    .queryParam("caller", number)
                                    .queryParam("callee", number)
                                    .queryParam("agent", number)
                                    .get("/telavox/calls");
                }
            }
            var _ =
                    keyed(DoorsFixture.DESK_KEY)
                            .queryParam("phoneNumber", number)
                            .queryParam("callId", number)
                            .get("/telavox/customer");
            var _ =
                    keyed(DoorsFixture.DESK_KEY)
                            .queryParam("accountNumber", CARD)
                            .queryParam("caller", number)
                            .get("/telavox/customer");
            var _ = keyed(DoorsFixture.PLAIN_KEY).queryParam("agent", number).get("/calls");
            var _ = keyed(DoorsFixture.READING_KEY).queryParam("agent", number).get("/calls");
            var _ = keyed(DoorsFixture.READING_KEY).get("/calls/16502530000");
        }
    }

    private static List<String> secrets(String proof, String token) {
        return Arrays.asList(
                "650253",
                CARD,
                "Jane Doe",
                Services.RIGHT_CODE,
                Services.RIGHT_KEY,
                Services.SECRET,
                Services.MAILBOX,
                "c2VhbGVk",
                "person-1",
                SIGNED,
                FORGED,
                "<Say>",
                proof,
                // Any token that the doors gave out meanwhile begins so.
                "eyJ",
                proof.split("\\.", 3)[2],
                token);
    }

    /** All that is logged, with its failures. */
    private static final class Lines extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        /** Without references: they may hold the digits of a code by chance. */
        String all() {
            return String.join("\n", lines).replaceAll("reference=[0-9A-F]{32}", "");
        }

        @Override
        public void publish(LogRecord record) {
            StringWriter text = new StringWriter();
            text.write(
                    record.getParameters() == null
                            ? record.getMessage()
                            : record.getMessage() + Arrays.toString(record.getParameters()));
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(text));
            }
            boolean _ = lines.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
