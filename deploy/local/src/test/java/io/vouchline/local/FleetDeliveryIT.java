package io.vouchline.local;

import static io.restassured.RestAssured.given;
import static io.vouchline.local.FleetUnderTest.arrived;
import static io.vouchline.local.FleetUnderTest.ask;
import static io.vouchline.local.FleetUnderTest.call;
import static io.vouchline.local.FleetUnderTest.credentials;
import static io.vouchline.local.FleetUnderTest.customer;
import static io.vouchline.local.FleetUnderTest.fleet;
import static io.vouchline.local.FleetUnderTest.keyed;
import static io.vouchline.local.FleetUnderTest.messages;
import static io.vouchline.local.FleetUnderTest.settings;
import static io.vouchline.local.FleetUnderTest.token;
import static io.vouchline.local.FleetUnderTest.verify;
import static io.vouchline.local.FleetUnderTest.webhook;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.local.app.ApproveCommand;
import io.vouchline.local.carrier.Channel;
import io.vouchline.local.carrier.OutboxMessage;
import io.vouchline.local.process.Member;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How codes and approvals reach a caller, and what the carrier and the app answer. */
@ExtendWith(FleetUnderTest.class)
class FleetDeliveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aCallTellsItsCodeToWhoPressesTheKeysAndIsKnownToBeAnswered() {
        Instant before = Instant.now();

        String reference = telesignCall("15552345678");

        OutboxMessage call = arrived("+15552345678", before);
        assertEquals(Channel.VOICE, call.channel());
        assertTrue(
                call.text().matches("This is a call .* press [0-9], [0-9]\\. Your code is .*"),
                "the keys are asked for before the code is told");
        assertEquals(5, call.code().length());
        awaitDelivery(reference, "ANSWERED");
    }

    @Test
    void aVoicemailNeverHearsTheCode() {
        Instant before = Instant.now();

        String reference = telesignCall("16502530290");

        OutboxMessage call = arrived("+16502530290", before);
        assertEquals(Channel.VOICE, call.channel());
        assertNull(call.code());
        assertTrue(call.text().endsWith("The code was not played. Goodbye."), call.text());
        awaitDelivery(reference, "ANSWERED");
    }

    @Test
    void aCodeWhoseTextMessageIsRefusedArrivesByCallAndIsGood() {
        customer("without-texts", "6502530110");
        Instant before = Instant.now();

        webhook("send_otp", "{\"phone_number\":\"6502530110\",\"channel\":\"mobile\"}")
                .body("otp_sent", is(true));

        OutboxMessage call = arrived("+16502530110", before);
        assertEquals(Channel.VOICE, call.channel());
        assertEquals(List.of(call), messages("+16502530110", before));
        webhook("verify_otp", verify("6502530110", call.code()))
                .body("otp_verified", is(true))
                .body("auth_level", is(1));
    }

    @Test
    @Requirement(37)
    void anApprovalIsAskedForInTheAppAndGivenByTheRightMatch() {
        JsonPath asked = askForApproval("6502530120");
        assertEquals("pending", standing(asked));

        assertEquals(0, approve(asked.getString("reference"), asked.getString("match")));

        assertEquals("approved", standing(asked));
    }

    @Test
    void aWrongMatchDeniesForGood() {
        JsonPath asked = askForApproval("6502530121");
        String match = asked.getString("match");
        String another = "%02d".formatted((Integer.parseInt(match) + 1) % 100);

        assertEquals(0, approve(asked.getString("reference"), another));
        assertEquals("denied", standing(asked));

        assertEquals(0, approve(asked.getString("reference"), match));
        assertEquals("denied", standing(asked));
    }

    @Test
    void aCallerCanDeny() {
        JsonPath asked = askForApproval("6502530122");

        assertEquals(0, approve(asked.getString("reference"), "--deny"));

        assertEquals("denied", standing(asked));
    }

    private static String telesignCall(String number) {
        return call(
                        credentials().customerId(),
                        credentials().customerKey(),
                        "phone_number=%s&language=en-US&template=Your code is $$CODE$$"
                                .formatted(number))
                .statusCode(200)
                .body("status.code", is(103))
                .extract()
                .path("reference_id");
    }

    private static void awaitDelivery(String reference, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(token(Member.OTP, "passcodes:check"))
                                        .get(
                                                fleet().url(Member.OTP)
                                                        + "/v1/verifications/"
                                                        + reference)
                                        .then()
                                        .statusCode(200)
                                        .body("delivery", is(state)));
    }

    private static JsonPath askForApproval(String number) {
        Instant before = Instant.now();
        JsonPath asked =
                ask(
                                "/pushes",
                                "{\"phone_number\":\"%s\",\"text\":\"Is it you who calls?\"}"
                                        .formatted(number))
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        OutboxMessage push = arrived("+1" + number, before);
        assertEquals(Channel.PUSH, push.channel());
        assertEquals(asked.getString("reference"), push.reference());
        assertEquals("Is it you who calls?", push.text());
        return asked;
    }

    private static int approve(String reference, String answer) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        return new ApproveCommand(settings(), nowhere, nowhere).run(List.of(reference, answer));
    }

    private static String standing(JsonPath asked) {
        return keyed(credentials().apiKey())
                .get("/pushes/" + asked.getString("reference"))
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }
}
