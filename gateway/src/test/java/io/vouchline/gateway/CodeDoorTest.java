package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.code;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.problem;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vouchline.gateway.Services.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class CodeDoorTest {

    private static final String FIND = "/v1/authenticators/find";

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    @Test
    void aRightCodeIsStatedForTheOnePersonBehindTheNumber() {
        String assertion =
                verdict(post(Services.PERSON, Services.RIGHT_CODE))
                        .body("verified", is(true))
                        .body("code_state", is("VALID"))
                        .body("auth_level", is(1))
                        .body("assertion", notNullValue())
                        .extract()
                        .path("assertion");
        String claims =
                new String(
                        Base64.getUrlDecoder().decode(assertion.split("\\.", 3)[1]),
                        StandardCharsets.UTF_8);
        assertTrue(claims.contains("\"sub\":\"person-1\""), claims);
        assertTrue(claims.contains("\"tenant\":\"bank\""), claims);
        assertTrue(claims.contains("\"client\":\"plain\""), claims);
        assertTrue(claims.contains("\"amr\":[\"otp\"]"), claims);
        assertTrue(!claims.contains("650253"), "it names the number");
        assertTrue(claims.contains("\"auth_level\":1"), claims);
        Call find = Services.calls(FIND).getLast();
        assertEquals("authenticators:read authenticators:write", find.claim("scope"));
    }

    @Test
    void aWrongCodeEarnsNothingAndNobodyIsLookedUp() {
        int calls = Services.calls(FIND).size();
        verdict(post(Services.PERSON, "543210"))
                .body("verified", is(false))
                .body("code_state", is("INVALID"))
                .body("auth_level", nullValue())
                .body("assertion", nullValue());
        assertEquals(calls, Services.calls(FIND).size());
    }

    @Test
    void aRightCodeThatThePlatformKnewProvesNothingAndNobodyIsLookedUp() {
        int calls = Services.calls(FIND).size();
        verdict(post(Services.PERSON, Services.KNOWN_CODE))
                .body("verified", is(true))
                .body("code_state", is("VALID"))
                .body("auth_level", nullValue())
                .body("assertion", nullValue());
        assertEquals(calls, Services.calls(FIND).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {Services.CHANGED_SINCE, Services.WITHOUT_CONTACT})
    void aPhoneThatIsNotRegisteredOrWasJustChangedStatesNothingOfThePerson(String number) {
        verdict(post(number, Services.RIGHT_CODE))
                .body("verified", is(true))
                .body("auth_level", is(1))
                .body("assertion", nullValue());
    }

    @Test
    void aRightCodeIsNotLostBecauseThePhonesStandingIsUnknown() {
        Services.areAway("/v1/channels");
        verdict(post(Services.PERSON, Services.RIGHT_CODE))
                .body("verified", is(true))
                .body("auth_level", is(1))
                .body("assertion", nullValue());
    }

    @Test
    void aRightCodeForANumberThatIsNotOnePersonsIsStatedForNobody() {
        verdict(post(Services.NOBODY, Services.RIGHT_CODE))
                .body("verified", is(true))
                .body("auth_level", is(1))
                .body("assertion", nullValue());
    }

    @Test
    void aRightCodeIsNotLostBecauseThePersonCannotBeFound() {
        Services.areAway(FIND);
        verdict(post(Services.PERSON, Services.RIGHT_CODE))
                .body("verified", is(true))
                .body("assertion", nullValue());
    }

    @Test
    void aServiceThatIsAwayVerifiesNothing() {
        Services.areAway("/v1/verifications/check");
        problem(503, "unavailable", post(Services.PERSON, Services.RIGHT_CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"phone_number\":\"6502530000\"}",
                "{\"phone_number\":\"6502530000\",\"code\":12345}",
                "{\"phone_number\":\"6502530000\",\"code\":\"o12345\"}",
                "{\"phone_number\":\"6502530000\",\"code\":\"\"}",
                "{\"phone_number\":\"hello\",\"code\":\"012345\"}",
                "null"
            })
    void whatIsNoCodeOrNumberIs400AndDoesNotRepeatIt(String body) {
        int calls = Services.calls("/v1/verifications/check").size();
        String answer =
                problem(
                                400,
                                "malformed",
                                keyed(DoorsFixture.PLAIN_KEY)
                                        .body(body)
                                        .post("/verifications/check"))
                        .extract()
                        .asString();
        assertTrue(!answer.contains("12345") && !answer.contains("650253"), answer);
        assertEquals(calls, Services.calls("/v1/verifications/check").size());
    }

    @Test
    void onlyAClientOfOurOwnApiComesIn() {
        String body = code(Services.PERSON, Services.RIGHT_CODE);
        problem(
                        401,
                        "unauthenticated",
                        given().contentType(ContentType.JSON)
                                .body(body)
                                .post("/verifications/check"))
                .header("WWW-Authenticate", notNullValue());
        problem(
                403,
                "forbidden",
                keyed(DoorsFixture.PLATFORM_KEY).body(body).post("/verifications/check"));
    }

    private static Response post(String number, String code) {
        return keyed(DoorsFixture.PLAIN_KEY).body(code(number, code)).post("/verifications/check");
    }

    private static ValidatableResponse verdict(Response response) {
        return response.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("$", aMapWithSize(4))
                .body("$", hasKey("auth_level"))
                .body("$", hasKey("assertion"))
                .body("$", not(hasKey("error")));
    }
}
