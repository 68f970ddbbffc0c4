package io.vouchline.gateway;

import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.operator;
import static io.vouchline.gateway.Doors.problem;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.gateway.Services.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class FeedbackDoorTest {

    private static final String FEEDBACK = "/v1/feedback";
    private static final String BODY = body("event-0001", "6502530000", "fraud");

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    @ParameterizedTest
    @CsvSource({"verified, VERIFIED", "failed, FAILED", "fraud, FRAUD", "genuine, GENUINE"})
    void anOutcomeIsPassedOnForTheClientsTenantWithNoOtherRight(String outcome, String passed) {
        tell(DoorsFixture.LISTING_KEY, body("event-0001", "6502530000", outcome))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("$", aMapWithSize(1))
                .body("counted", is(true));
        Call call = Services.calls(FEEDBACK).getLast();
        assertEquals("event-0001", call.member("id"));
        assertEquals(Services.PERSON, call.member("number"));
        assertEquals(passed, call.member("outcome"));
        assertEquals("bank", call.claim("tenant"));
        assertEquals("listing", call.claim("client"));
        assertEquals("risk-service", call.claim("aud"));
        assertEquals("outcomes:tell", call.claim("scope"));
    }

    @Test
    void whatWasToldBeforeIsNotCounted() {
        tell(DoorsFixture.LISTING_KEY, body(Services.TOLD_BEFORE, "6502530000", "fraud"))
                .then()
                .statusCode(200)
                .body("counted", is(false));
    }

    @Test
    void anotherTenantTellsOnlyForItself() {
        tell(DoorsFixture.FOREIGN_KEY, BODY).then().statusCode(200);
        assertEquals("another-bank", Services.calls(FEEDBACK).getLast().claim("tenant"));
    }

    @Test
    void onlyAClientWhosePolicyAllowsItTells() {
        int calls = Services.calls(FEEDBACK).size();
        problem(403, "forbidden", tell(DoorsFixture.PLAIN_KEY, BODY));
        problem(403, "forbidden", tell(DoorsFixture.ENROLLING_KEY, BODY));
        problem(403, "forbidden", tell(DoorsFixture.PLATFORM_KEY, BODY));
        problem(401, "unauthenticated", tell("wrong", BODY));
        problem(
                401,
                "unauthenticated",
                operator(Tokens.token("gateway", "bank", "operator", "outcomes:tell"))
                        .body(BODY)
                        .post("/feedback"));
        problem(405, "method-not-allowed", keyed(DoorsFixture.LISTING_KEY).get("/feedback"));
        assertEquals(calls, Services.calls(FEEDBACK).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "{\"phone_number\":\"6502530000\",\"outcome\":\"fraud\"}",
                "{\"id\":\"short\",\"phone_number\":\"6502530000\",\"outcome\":\"fraud\"}",
                "{\"id\":\"event 0001\",\"phone_number\":\"6502530000\",\"outcome\":\"fraud\"}",
                "{\"id\":\"{event_id}\",\"phone_number\":\"6502530000\",\"outcome\":\"fraud\"}",
                "{\"id\":\"event-0001\",\"outcome\":\"fraud\"}",
                "{\"id\":\"event-0001\",\"phone_number\":\"hello\",\"outcome\":\"fraud\"}",
                "{\"id\":\"event-0001\",\"phone_number\":\"null\",\"outcome\":\"fraud\"}",
                "{\"id\":\"event-0001\",\"phone_number\":\"6502530000\"}",
                "{\"id\":\"event-0001\",\"phone_number\":\"6502530000\",\"outcome\":\"FRAUD\"}",
                "{\"id\":\"event-0001\",\"phone_number\":\"6502530000\",\"outcome\":\"stolen\"}",
                "{\"id\":\"event-0001\",\"phone_number\":\"6502530000\",\"outcome\":[\"fraud\"]}"
            })
    void whatTellsNoOutcomeOfANumberIs400AndNotAsked(String body) {
        int calls = Services.calls(FEEDBACK).size();
        problem(400, "malformed", tell(DoorsFixture.LISTING_KEY, body))
                .body(not(containsString("6502530000")));
        assertEquals(calls, Services.calls(FEEDBACK).size());
    }

    @Test
    void anIdHasSixtyFourCharacters() {
        tell(DoorsFixture.LISTING_KEY, body("a".repeat(64), "6502530000", "fraud"))
                .then()
                .statusCode(200);
        problem(
                400,
                "malformed",
                tell(DoorsFixture.LISTING_KEY, body("a".repeat(65), "6502530000", "fraud")));
    }

    @Test
    void aRiskServiceThatIsAwayIs503AndEveryTryHasTheSameId() {
        Services.areAway(FEEDBACK);
        int calls = Services.calls(FEEDBACK).size();
        problem(503, "unavailable", tell(DoorsFixture.LISTING_KEY, BODY));
        assertEquals(calls + 2, Services.calls(FEEDBACK).size());
        assertEquals("event-0001", Services.calls(FEEDBACK).getLast().member("id"));
    }

    private static Response tell(String key, String body) {
        return keyed(key).body(body).post("/feedback");
    }

    private static String body(String id, String number, String outcome) {
        return "{\"id\":\"%s\",\"phone_number\":\"%s\",\"outcome\":\"%s\"}"
                .formatted(id, number, outcome);
    }
}
