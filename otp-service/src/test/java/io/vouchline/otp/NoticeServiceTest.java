package io.vouchline.otp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.otp.Outbox.Arrived;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OtpFixture.class)
class NoticeServiceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private final String number = "+1650254" + NEXT.getAndIncrement();
    private final String mailbox = number.substring(1) + "@example.com";

    @Test
    void aNoticeToANumberGoesOutAsATextMessage() {
        notice("PHONE_CHANGED", "number", number)
                .statusCode(200)
                .body("$", aMapWithSize(1))
                .body("state", is("SENT"));
        assertEquals(
                new Arrived(
                        "sms",
                        number,
                        "The telephone number that we hold for you was changed."
                                + " If this was not you, call us at once."),
                Outbox.first(number));
    }

    @Test
    void aNoticeToAMailboxGoesOutAsMailWithASubject() {
        notice("MAILBOX_CHANGED", "mailbox", mailbox).statusCode(200).body("state", is("SENT"));
        Arrived mail = Outbox.first(mailbox);
        assertEquals("email", mail.channel());
        assertTrue(mail.body().contains("Subject: A change to your account"));
        assertTrue(mail.body().contains("The e-mail address that we hold for you was changed."));
    }

    @Test
    void aNoticeNamesNoValue() {
        notice("PHONE_CHANGED", "mailbox", mailbox).statusCode(200);
        notice("MAILBOX_CHANGED", "number", number).statusCode(200);
        assertFalse(Outbox.first(number).body().matches("(?s).*([0-9@]|http).*"));
    }

    @ParameterizedTest
    @CsvSource({"400, FAILED", "404, FAILED", "500, UNKNOWN", "502, UNKNOWN"})
    void whatTheCarrierRefusesEnds(int status, String state) {
        notice("PHONE_CHANGED", "number", Outbox.refusedNumber(status))
                .statusCode(200)
                .body("state", is(state));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whatTheCarrierHasNotTakenCanBeAskedForAgain(int status) {
        notSent(notice("PHONE_CHANGED", "number", Outbox.refusedNumber(status)));
    }

    @Test
    void whatTheMailServerRefusesForGoodHasFailed() {
        notice("MAILBOX_CHANGED", "mailbox", Outbox.refusedMailbox(550))
                .statusCode(200)
                .body("state", is("FAILED"));
    }

    @ParameterizedTest
    @ValueSource(ints = {451, 535})
    void whatTheMailServerHasNotTakenCanBeAskedForAgain(int code) {
        notSent(notice("MAILBOX_CHANGED", "mailbox", Outbox.refusedMailbox(code)));
    }

    @Test
    @Requirement({41, 42})
    void aCarrierThatDoesNotAnswerWhileTheCallerWaitsLeavesItUnknown() {
        authorized()
                .header(Deadline.HEADER, "500")
                .body(request("PHONE_CHANGED", "number", Outbox.refusedNumber(0)))
                .post("/v1/notices")
                .then()
                .statusCode(200)
                .body("state", is("UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"kind\":\"PHONE_CHANGED\"}",
                "{\"kind\":\"PHONE_CHANGED\",\"number\":null,\"mailbox\":null}",
                "{\"kind\":\"PHONE_CHANGED\",\"number\":\"+16502540001\",\"mailbox\":\"a@b.example\"}",
                "{\"kind\":\"PHONE_CHANGED\",\"number\":\"6502540001\"}",
                "{\"kind\":\"PHONE_CHANGED\",\"number\":16502540001}",
                "{\"kind\":\"PHONE_CHANGED\",\"mailbox\":\"6502540001\"}",
                "{\"kind\":\"NAME_CHANGED\",\"number\":\"+16502540001\"}",
                "{\"number\":\"+16502540001\"}",
                "{\"kind\":\"PHONE_CHANGED\",\"number\":\"+16502540001\",\"text\":\"x\"}"
            })
    void badInputIsAProblemDocumentAndTellsNobody(String body) {
        problem(400, authorized().body(body).post("/v1/notices"))
                .body("detail", not(containsString("650254")));
        assertTrue(Outbox.now("+16502540001").isEmpty());
    }

    @Test
    void aMissingOrForeignTokenOrScopeIsRefused() {
        String body = request("PHONE_CHANGED", "number", number);
        problem(401, given().contentType(ContentType.JSON).body(body).post("/v1/notices"));
        problem(
                401,
                with(Tokens.token(Audience.LOOKUP, "bank", "c", Scope.NOTICES_SEND))
                        .body(body)
                        .post("/v1/notices"));
        problem(
                403,
                with(Tokens.token(
                                Audience.OTP,
                                "bank",
                                "c",
                                Scope.PASSCODES_ISSUE,
                                Scope.PASSCODES_CHECK))
                        .body(body)
                        .post("/v1/notices"));
        assertTrue(Outbox.now(number).isEmpty());
    }

    @Test
    void noticesAreCountedByChannelAndStateAndNameNobody() {
        notice("PHONE_CHANGED", "number", number).statusCode(200);
        notice("PHONE_CHANGED", "mailbox", mailbox).statusCode(200);
        given().get(Ports.management("/q/metrics"))
                .then()
                .body(containsString("vouchline_notices_total{channel=\"SMS\",state=\"SENT\"}"))
                .body(containsString("vouchline_notices_total{channel=\"EMAIL\",state=\"SENT\"}"))
                .body(not(containsString("650254")));
    }

    private static ValidatableResponse notice(String kind, String member, String destination) {
        return authorized().body(request(kind, member, destination)).post("/v1/notices").then();
    }

    private static String request(String kind, String member, String destination) {
        return "{\"kind\":\"%s\",\"%s\":\"%s\"}".formatted(kind, member, destination);
    }

    private static void notSent(ValidatableResponse response) {
        response.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "60")
                .body("status", is(503));
    }

    private static ValidatableResponse problem(int status, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status));
    }

    private static RequestSpecification authorized() {
        return with(Tokens.token(Audience.OTP, "bank", "c", Scope.NOTICES_SEND));
    }

    private static RequestSpecification with(String token) {
        return given().contentType(ContentType.JSON).auth().oauth2(token);
    }
}
