package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vouchline.gateway.Upstreams.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of each call of a webhook, for whoever records decisions. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class DialogflowDecisionTest {

    private static final String REFERENCE = "0123456789ABCDEF0123456789ABCDEF";

    @BeforeAll
    static void theGatewayIsWarm() {
        GatewayServiceTest.theGatewayIsWarm();
    }

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
    }

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "telephony_verification  | phone_number | 6502530000 | FOUND - -",
                "telephony_verification  | phone_number | 6502530001 | NOT_FOUND - -",
                "get_credit_card_details | phone_number | 6502530000 | FOUND - -",
                "send_otp                | phone_number | 6502530000 | SENT - " + REFERENCE,
                "send_otp                | phone_number | 6502530001 | NOT_SENT no_channel -",
                "send_otp                | phone_number | 5552530001 | NOT_SENT unknown_number -",
                "send_otp                | phone_number | 6502530002 | BLOCKED blocked -",
                "send_otp                | phone_number | 6502530003 | NOT_SENT recently_changed -",
                "security_answers        | phone_number | 6502530000"
                        + " | NOT_FOUND not_in_document_mode -",
                "verify_otp              | otp          | \"012345\" | VERIFIED - -",
                "verify_otp              | otp          | 999999     | NOT_VERIFIED invalid -",
                "verify_otp              | otp          | \"none\"   | NOT_VERIFIED invalid -",
                "2fa_validation          | security_key | \"012345\" | VERIFIED - -",
                "2fa_validation          | security_key | 999999     | NOT_VERIFIED invalid -",
                "2fa_validation          | phone_number | 6502530009"
                        + " | NOT_VERIFIED max_attempts_exceeded -",
                "check_security_answer   | answer       | \"1234\"   | VERIFIED - -",
                "check_security_answer   | answer       | \"4321\"   | NOT_VERIFIED invalid -",
                "check_security_answer   | phone_number | 6502530009 | NOT_VERIFIED locked -"
            })
    void everyWebhookSaysWhatItWasAskedAboutWhomAndWhatItCameTo(
            String webhook, String input, String value, String told) {
        post(GatewayFixture.KEY, webhook, WebhookCalls.members(webhook, input, value));
        String number = input.equals("phone_number") ? value : WebhookCalls.NUMBER;
        assertEquals(webhook + " +1" + number + " " + told, ToldDecisions.last());
    }

    @Test
    void whatIsRevealedIsToldAsRevealed() {
        post(
                GatewayFixture.DOCUMENT_KEY,
                "security_answers",
                WebhookCalls.members("security_answers"));
        assertEquals("security_answers +16502530000 REVEALED - -", ToldDecisions.last());
    }

    @Test
    void aStrictClientsAnswerIsToldAsSuch() {
        post(
                GatewayFixture.STRICT_KEY,
                "check_security_answer",
                WebhookCalls.members("check_security_answer"));
        assertEquals(
                "check_security_answer +16502530000 NOT_VERIFIED strict -", ToldDecisions.last());
    }

    @Test
    void aLimitIsToldAsNotSent() {
        Upstreams.areLimited("90");
        post(GatewayFixture.KEY, "send_otp", WebhookCalls.members("send_otp"));
        assertEquals("send_otp +16502530000 NOT_SENT limited -", ToldDecisions.last());
    }

    @Test
    void aFailureIsLeftToItsStatus() {
        post(
                GatewayFixture.KEY,
                "verify_otp",
                WebhookCalls.members("verify_otp", "phone_number", "\"hello\""));
        assertEquals("verify_otp - - - -", ToldDecisions.last());
        post(GatewayFixture.KEY, "nothing", "");
        assertEquals("- - - - -", ToldDecisions.last());
    }

    @Test
    void theOperationIsTheBareNameWhateverTheTag() {
        post(
                GatewayFixture.KEY,
                "prebuilt_components_authentication:telephony_verification",
                WebhookCalls.members("telephony_verification"));
        assertEquals("telephony_verification +16502530000 FOUND - -", ToldDecisions.last());
    }

    private static void post(String key, String webhook, String members) {
        given().header("X-API-Key", key)
                .contentType("application/json")
                .urlEncodingEnabled(false)
                .body(WebhookCalls.flat(members))
                .post("/dialogflow/" + webhook);
    }
}
