package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.key;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.problem;
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
import io.vouchline.gateway.Services.Call;
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
    void aRightKeyVerifiesToLevelTwo() {
        verdict(check(Services.PERSON, Services.RIGHT_KEY), "VALID")
                .body("verified", is(true))
                .body("auth_level", is(2));
        Call call = Services.calls(CHECK).getLast();
        assertEquals("person-1", call.member("subject"));
        assertEquals(Services.PERSON, call.member("number"));
        assertEquals("bank", call.claim("tenant"));
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

    private static String refused(Response response, String state) {
        return verdict(response, state)
                .body("verified", is(false))
                .body("auth_level", nullValue())
                .extract()
                .asString();
    }

    private static ValidatableResponse verdict(Response response, String state) {
        return response.then()
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("$", hasKey("auth_level"))
                .body("code_state", is(state));
    }
}
