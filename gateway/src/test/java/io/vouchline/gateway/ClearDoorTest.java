package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.number;
import static io.vouchline.gateway.Doors.operator;
import static io.vouchline.gateway.Doors.problem;
import static io.vouchline.gateway.Doors.proven;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.gateway.Services.Call;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class ClearDoorTest {

    private static final String CLEAR = "/v1/attempts/clear";
    private static final String SCOPE = "attempts:clear";

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    @ParameterizedTest
    @CsvSource({Services.LOCKED + ", true", Services.PERSON + ", false"})
    void anOperatorClearsANumberAndIsToldWhetherThereWasAnythingToForget(
            String number, boolean cleared) {
        clear(operator(token("bank", SCOPE)), number)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("$", aMapWithSize(1))
                .body("cleared", is(cleared));
        Call call = Services.calls(CLEAR).getLast();
        assertEquals(number, call.member("number"));
        assertEquals("bank", call.claim("tenant"));
        assertEquals("operator", call.claim("client"));
        assertEquals("otp-service", call.claim("aud"));
        assertEquals(SCOPE, call.claim("scope"));
    }

    @Test
    void noClientClearsWhateverElseItShows() {
        int calls = Services.calls(CLEAR).size();
        for (String key :
                List.of(
                        DoorsFixture.ENROLLING_KEY,
                        DoorsFixture.PLAIN_KEY,
                        DoorsFixture.PLATFORM_KEY)) {
            problem(403, "forbidden", clear(keyed(key), Services.LOCKED));
            problem(
                    403,
                    "forbidden",
                    clear(
                            operator(token("bank", SCOPE)).header("X-API-Key", key),
                            Services.LOCKED));
        }
        String proof = Doors.assertionOfTwoFactors(DoorsFixture.ENROLLING_KEY, Services.PERSON);
        problem(
                403,
                "forbidden",
                clear(proven(DoorsFixture.ENROLLING_KEY, proof), Services.PERSON));
        problem(
                401,
                "unauthenticated",
                clear(given().contentType(ContentType.JSON), Services.LOCKED));
        assertEquals(calls, Services.calls(CLEAR).size());
    }

    @Test
    void anOperatorsTokenForSomethingElseOrOfAnUnknownTenantClearsNothing() {
        int calls = Services.calls(CLEAR).size();
        for (String token :
                List.of(
                        token("bank", "authenticators:enrol"),
                        token("bank", "attempts:count"),
                        token("bank"),
                        token("no-bank", SCOPE))) {
            problem(403, "forbidden", clear(operator(token), Services.LOCKED));
        }
        String forOtpService = Tokens.token("otp-service", "bank", "operator", SCOPE);
        problem(401, "unauthenticated", clear(operator(forOtpService), Services.LOCKED));
        assertEquals(calls, Services.calls(CLEAR).size());
    }

    @Test
    void aTokenThatClearsEnrolsNothing() {
        problem(
                403,
                "forbidden",
                operator(token("bank", SCOPE))
                        .body(number(Services.PERSON))
                        .post("/authenticators"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"phone_number\":\"hello\"}", "[]", "null", ""})
    void whatNamesNoNumberIs400(String body) {
        int calls = Services.calls(CLEAR).size();
        problem(
                400,
                "malformed",
                operator(token("bank", SCOPE)).body(body).post("/attempts/clear"));
        assertEquals(calls, Services.calls(CLEAR).size());
    }

    @Test
    void anOtpServiceThatIsAwayIs503() {
        Services.areAway(CLEAR);
        problem(503, "unavailable", clear(operator(token("bank", SCOPE)), Services.LOCKED));
    }

    private static Response clear(RequestSpecification by, String number) {
        return by.body(number(number)).post("/attempts/clear");
    }

    private static String token(String tenant, String... scopes) {
        return Tokens.token("gateway", tenant, "operator", scopes);
    }
}
