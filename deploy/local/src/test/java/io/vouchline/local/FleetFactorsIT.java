package io.vouchline.local;

import static io.vouchline.local.FleetUnderTest.arrived;
import static io.vouchline.local.FleetUnderTest.ask;
import static io.vouchline.local.FleetUnderTest.codeFor;
import static io.vouchline.local.FleetUnderTest.credentials;
import static io.vouchline.local.FleetUnderTest.customer;
import static io.vouchline.local.FleetUnderTest.fleet;
import static io.vouchline.local.FleetUnderTest.keyed;
import static io.vouchline.local.FleetUnderTest.secret;
import static io.vouchline.local.FleetUnderTest.verify;
import static io.vouchline.local.FleetUnderTest.webhook;
import static io.vouchline.local.FleetUnderTest.wrong;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.local.carrier.Channel;
import io.vouchline.local.carrier.OutboxMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Codes and authenticators of one caller: what is good, how often, and what is counted. */
@ExtendWith(FleetUnderTest.class)
class FleetFactorsIT {

    private static final int AT_ONE_TIME = 32;
    private static final String NOBODYS_ID = "00000000-0000-4000-8000-000000000000";

    /** An authenticator of a caller, with the assertion that it was made by. */
    private record Bound(String number, String id, String assertion, AuthenticatorApp app) {

        ValidatableResponse confirm(String key) {
            return asserted(
                    assertion,
                    "/authenticators/" + id + "/confirm",
                    "{\"phone_number\":\"%s\",\"key\":\"%s\"}".formatted(number, key));
        }

        ValidatableResponse revoke(String shown) {
            return asserted(
                    shown,
                    "/authenticators/" + id + "/revoke",
                    "{\"phone_number\":\"%s\"}".formatted(number));
        }

        ValidatableResponse check(String key) {
            return asserted(
                            assertion,
                            "/authenticators/check",
                            "{\"phone_number\":\"%s\",\"key\":\"%s\"}".formatted(number, key))
                    .statusCode(200);
        }
    }

    @Test
    @Requirement(3)
    void of32ChecksOfTheRightCodeAtOneTimeASingleOneVerifies() {
        customer("parallel", "6502530050");
        String body = verify("6502530050", codeFor("6502530050"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(fleet().gatewayUrl() + "/dialogflow/verify_otp"))
                        .header("X-API-Key", credentials().apiKey())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<String>>> answers =
                    IntStream.range(0, AT_ONE_TIME)
                            .mapToObj(i -> http.sendAsync(request, BodyHandlers.ofString()))
                            .toList();

            long verified =
                    answers.stream()
                            .map(answer -> answer.join().body())
                            .map(answer -> JsonPath.from(answer).<Boolean>get("otp_verified"))
                            .filter(Boolean.TRUE::equals)
                            .count();

            assertEquals(1, verified);
        }
    }

    @Test
    @Requirement({9, 29})
    void wrongCodesAndWrongKeysAreCountedTogether() {
        Bound bound = bound("counted", "6502530051");
        String code = codeFor("6502530051");

        for (int i = 0; i < 3; i++) {
            webhook("verify_otp", verify("6502530051", wrong(code)))
                    .body("code_state", is("INVALID"));
        }
        String key = bound.app().shown(AuthenticatorApp.step());
        for (int i = 0; i < 2; i++) {
            bound.check(wrong(key)).body("verified", is(false));
        }

        webhook("verify_otp", verify("6502530051", code))
                .body("otp_verified", is(false))
                .body("code_state", is("MAX_ATTEMPTS_EXCEEDED"));
        bound.check(key)
                .body("verified", is(false))
                .body("code_state", is("MAX_ATTEMPTS_EXCEEDED"));
    }

    @Test
    @Requirement(27)
    void whatABoundAuthenticatorShowsIsGoodForLevelTwoOnce() {
        Bound bound = bound("bound", "6502530052");
        String key = bound.app().shown(AuthenticatorApp.step());

        bound.check(key)
                .body("verified", is(true))
                .body("code_state", is("VALID"))
                .body("auth_level", is(2));
        bound.check(key)
                .body("verified", is(false))
                .body("code_state", is("INVALID"))
                .body("auth_level", nullValue());
    }

    @Test
    void aRevokedAuthenticatorIsGoodForNothing() {
        Bound bound = bound("revoked", "6502530053");
        String bothFactors =
                secret(
                        bound.check(bound.app().shown(AuthenticatorApp.step()))
                                .body("verified", is(true))
                                .extract()
                                .path("assertion"));
        Instant before = Instant.now();

        bound.revoke(bothFactors)
                .statusCode(200)
                .body("revoked", is(true))
                .body("notified", is(true));

        assertTold("+16502530053", Channel.SMS, "removed", before);
        assertTold("revoked@example.com", Channel.EMAIL, "removed", before);
        bound.check(bound.app().shown(AuthenticatorApp.step() + 1)).body("verified", is(false));
    }

    @Test
    @Requirement(33)
    void whoHoldsThePhoneAloneRemovesNoAuthenticatorAndBindsNoFurtherOne() {
        Bound bound = bound("guarded", "6502530057");

        bound.revoke(bound.assertion()).statusCode(403);
        asserted(bound.assertion(), "/authenticators", "{\"phone_number\":\"6502530057\"}")
                .statusCode(403);
    }

    @Test
    @Requirement(33)
    void anAuthenticatorThatWasNotConfirmedIsGoodForNothing() {
        Bound made = made("unconfirmed", "6502530054");
        AuthenticatorApp.awaitYoungStep();

        made.check(made.app().shown(AuthenticatorApp.step()))
                .body("verified", is(false))
                .body("code_state", is("INVALID"));
    }

    @Test
    @Requirement(33)
    void nobodyBindsAnAuthenticatorWithoutHavingProvenWhoTheyAre() {
        customer("unproven", "6502530055");
        String number = "{\"phone_number\":\"6502530055\"}";
        String another = earned("another", "6502530056");

        ask("/authenticators", number).statusCode(403);
        asserted(another, "/authenticators", number).statusCode(403);
        ask(
                        "/authenticators/" + NOBODYS_ID + "/confirm",
                        "{\"phone_number\":\"6502530055\",\"key\":\"123456\"}")
                .statusCode(403);
        ask("/authenticators/" + NOBODYS_ID + "/revoke", number).statusCode(403);
    }

    /** Binds an authenticator; what it shows in this step is still good for a check. */
    private static Bound bound(String customer, String number) {
        Bound made = made(customer, number);
        AuthenticatorApp.awaitYoungStep();
        Instant before = Instant.now();
        made.confirm(made.app().shown(AuthenticatorApp.step() - 1))
                .statusCode(200)
                .body("confirmed", is(true))
                .body("code_state", is("VALID"))
                .body("notified", is(true));
        assertTold("+1" + number, Channel.SMS, "added", before);
        assertTold(customer + "@example.com", Channel.EMAIL, "added", before);
        return made;
    }

    private static Bound made(String customer, String number) {
        String assertion = earned(customer, number);
        JsonPath made =
                asserted(assertion, "/authenticators", "{\"phone_number\":\"" + number + "\"}")
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        String uri = made.getString("otpauth_uri");
        assertTrue(uri.startsWith("otpauth://totp/Demo%20Bank:customer?"));
        AuthenticatorApp app = AuthenticatorApp.of(uri);
        String _ = secret(app.secret());
        return new Bound(number, made.getString("id"), assertion, app);
    }

    /** The assertion that a new customer gets for a right code. */
    private static String earned(String customer, String number) {
        customer(customer, number);
        String assertion =
                ask(
                                "/verifications/check",
                                "{\"phone_number\":\"%s\",\"code\":\"%s\"}"
                                        .formatted(number, codeFor(number)))
                        .statusCode(200)
                        .body("verified", is(true))
                        .body("code_state", is("VALID"))
                        .body("auth_level", is(1))
                        .extract()
                        .path("assertion");
        return secret(assertion);
    }

    private static ValidatableResponse asserted(String assertion, String path, String body) {
        return keyed(credentials().apiKey())
                .header("Vouchline-Assertion", assertion)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static void assertTold(String to, Channel channel, String word, Instant since) {
        OutboxMessage notice = arrived(to, since, message -> message.text().contains(word));
        assertEquals(channel, notice.channel());
        assertTrue(notice.text().startsWith("An authenticator app was " + word), notice.text());
    }
}
