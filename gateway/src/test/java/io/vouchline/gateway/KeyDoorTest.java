package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.assertion;
import static io.vouchline.gateway.Doors.key;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.problem;
import static io.vouchline.gateway.Doors.proven;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.gateway.Services.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class KeyDoorTest {

    private static final String CHECK = "/v1/security-keys/check";
    private static final String RESERVE = "/v1/attempts/reserve";
    private static final String SETTLE = "/v1/attempts/settle";

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    @Test
    @Requirement(33)
    void aRightKeyAfterARightCodeVerifiesToLevelTwo() {
        String assertion =
                verdict(check(proof(), Services.PERSON, Services.RIGHT_KEY), "VALID")
                        .body("verified", is(true))
                        .body("auth_level", is(2))
                        .extract()
                        .path("assertion");
        String claims =
                new String(
                        Base64.getUrlDecoder().decode(assertion.split("\\.", 3)[1]),
                        StandardCharsets.UTF_8);
        assertTrue(claims.contains("\"auth_level\":2"), claims);
        assertTrue(claims.contains("\"sub\":\"person-1\""), claims);
        assertTrue(claims.contains("\"tenant\":\"bank\""), claims);
        assertTrue(claims.contains("\"amr\":[\"otp\",\"mfa\"]"), claims);
        Call call = Services.calls(CHECK).getLast();
        assertEquals("person-1", call.member("subject"));
        assertEquals(Services.PERSON, call.member("number"));
        assertEquals("bank", call.claim("tenant"));
    }

    @Test
    @Requirement(33)
    void aRightKeyAloneIsOneFactorAndReachesNoLevel() {
        verdict(check(Services.PERSON, Services.RIGHT_KEY), "VALID")
                .body("verified", is(true))
                .body("auth_level", nullValue())
                .body("assertion", nullValue());
    }

    @Test
    @Requirement(33)
    void anAssertionThatDoesNotHoldIs403AndNothingIsCheckedOrCounted() {
        int calls = Services.calls(CHECK).size() + Services.calls(RESERVE).size();
        for (String assertion :
                List.of(
                        "a.b.c",
                        assertion(DoorsFixture.FOREIGN_KEY, Services.PERSON),
                        bent(claims -> claims.setClaim("auth_level", 0)),
                        bent(claims -> claims.setExpirationTimeMinutesInTheFuture(-1)))) {
            problem(403, "forbidden", check(assertion, Services.PERSON, Services.RIGHT_KEY));
        }
        assertEquals(calls, Services.calls(CHECK).size() + Services.calls(RESERVE).size());
    }

    @Test
    @Requirement(33)
    void anAssertionAboutSomebodyElseIs403WhoeverIsBehindTheNumberAndWhateverIsShown() {
        int calls = Services.calls(CHECK).size() + Services.calls(RESERVE).size();
        String proof = assertion(DoorsFixture.PLAIN_KEY, Services.ANOTHER_PERSON);
        String refused = refusal(check(proof, Services.PERSON, Services.RIGHT_KEY));
        assertEquals(refused, refusal(check(proof, Services.PERSON, "654321")));
        assertEquals(refused, refusal(check(proof, Services.NOBODY, Services.RIGHT_KEY)));
        assertEquals(
                refused, refusal(check(proof, Services.WITHOUT_AUTHENTICATOR, Services.RIGHT_KEY)));
        assertEquals(calls, Services.calls(CHECK).size() + Services.calls(RESERVE).size());
    }

    @Test
    @Requirement(33)
    void aWrongKeyAndNoAuthenticatorReachNoLevelWhateverWasProven() {
        String wrong = refused(check(proof(), Services.PERSON, "654321"), "INVALID");
        assertEquals(
                wrong,
                refused(
                        check(proof(), Services.WITHOUT_AUTHENTICATOR, Services.RIGHT_KEY),
                        "INVALID"));
    }

    @Test
    void onlyConfirmedAuthenticatorsCount() {
        verdict(check(Services.PERSON, Services.RIGHT_KEY), "VALID");
        String body = Services.calls(CHECK).getLast().body();
        assertTrue(body.contains(Services.CONFIRMED) && !body.contains(Services.PENDING), body);
    }

    @Test
    void eachRequestIsAnAttemptOfItsOwn() {
        refused(check(Services.PERSON, "654321"), "INVALID");
        String first = Services.calls(CHECK).getLast().member("attempt_id");
        refused(check(Services.PERSON, "654321"), "INVALID");
        assertNotEquals(first, Services.calls(CHECK).getLast().member("attempt_id"));
    }

    @Test
    void aWrongKeyNobodyAndNoAuthenticatorAreAnsweredToTheByte() {
        String wrong = refused(check(Services.PERSON, "654321"), "INVALID");
        for (String number :
                new String[] {
                    Services.NOBODY, Services.WITHOUT_AUTHENTICATOR, Services.FORGOTTEN_ATTEMPT
                }) {
            assertEquals(wrong, refused(check(number, Services.RIGHT_KEY), "INVALID"));
        }
        assertEquals(
                refused(check(Services.LOCKED, Services.RIGHT_KEY), "MAX_ATTEMPTS_EXCEEDED"),
                refused(
                        check(Services.LOCKED_NOBODY, Services.RIGHT_KEY),
                        "MAX_ATTEMPTS_EXCEEDED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Services.NOBODY, Services.WITHOUT_AUTHENTICATOR})
    void whatCannotBeCheckedIsCountedLikeAWrongKey(String number) {
        refused(check(number, Services.RIGHT_KEY), "INVALID");
        Call reserved = Services.calls(RESERVE).getLast();
        Call settled = Services.calls(SETTLE).getLast();
        assertEquals(number, reserved.member("number"));
        assertEquals(reserved.member("attempt_id"), settled.member("attempt_id"));
        assertTrue(settled.body().contains("\"passed\":false"), settled.body());
        assertEquals("attempts:count", reserved.claim("scope"));
    }

    @Test
    void aKeyThatIsCheckedIsNotCountedTwice() {
        int reserved = Services.calls(RESERVE).size();
        refused(check(Services.PERSON, "654321"), "INVALID");
        assertEquals(reserved, Services.calls(RESERVE).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/authenticators/find", "/v1/security-keys"})
    void aServiceThatIsAwayVerifiesNothing(String path) {
        Services.areAway(path);
        problem(503, "unavailable", check(Services.PERSON, Services.RIGHT_KEY));
    }

    @Test
    void whatCannotBeCountedIsNotAnswered() {
        Services.areAway("/v1/attempts");
        problem(503, "unavailable", check(Services.NOBODY, Services.RIGHT_KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "123456789", "12345a", "", "１２３４５６"})
    void whatNoAuthenticatorShowsIs400AndIsNotCounted(String shown) {
        int reserved = Services.calls(RESERVE).size();
        problem(400, "malformed", check(Services.NOBODY, shown));
        assertEquals(reserved, Services.calls(RESERVE).size());
    }

    @Test
    void onlyAClientOfOurOwnApiComesIn() {
        String body = key(Services.PERSON, Services.RIGHT_KEY);
        problem(
                401,
                "unauthenticated",
                given().contentType(ContentType.JSON).body(body).post("/authenticators/check"));
        problem(
                403,
                "forbidden",
                keyed(DoorsFixture.PLATFORM_KEY).body(body).post("/authenticators/check"));
    }

    private static Response check(String number, String shown) {
        return keyed(DoorsFixture.PLAIN_KEY).body(key(number, shown)).post("/authenticators/check");
    }

    private static Response check(String proof, String number, String shown) {
        return proven(DoorsFixture.PLAIN_KEY, proof)
                .body(key(number, shown))
                .post("/authenticators/check");
    }

    private static String refused(Response response, String state) {
        return verdict(response, state)
                .body("verified", is(false))
                .body("auth_level", nullValue())
                .body("assertion", nullValue())
                .extract()
                .asString();
    }

    private static String refusal(Response response) {
        return problem(403, "forbidden", response).extract().asString();
    }

    private static String proof() {
        return assertion(DoorsFixture.PLAIN_KEY, Services.PERSON);
    }

    private static String bent(Consumer<JwtClaims> claimsBent) {
        return AssertionKey.sign(AssertionKey.file(), "bank", "person-1", claimsBent, token -> {});
    }

    private static ValidatableResponse verdict(Response response, String state) {
        return response.then()
                .statusCode(200)
                .body("$", aMapWithSize(4))
                .body("$", hasKey("auth_level"))
                .body("$", hasKey("assertion"))
                .body("code_state", is(state));
    }
}
