package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.code;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.number;
import static io.vouchline.gateway.Doors.operator;
import static io.vouchline.gateway.Doors.problem;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request came to, and why, is found again by those who may. */
@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class DecisionServiceTest {

    private static final String SCOPE = "decisions:read";
    private static final String HEADER = "Vouchline-Correlation-Id";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    @Test
    @Requirement(38)
    void anOperatorFindsADecisionByItsNumberAndByItsId() {
        String number = "+16502530061";
        String id = clear(number).header(HEADER);
        Map<String, Object> found = byNumber(number, id);
        assertEquals("bank", found.get("tenant"));
        assertEquals("operator", found.get("client"));
        assertEquals(true, found.get("operator"));
        assertEquals("vouchline", found.get("dialect"));
        assertEquals("clear_attempts", found.get("operation"));
        assertEquals("CHANGED", found.get("outcome"));
        assertEquals("nothing_to_clear", found.get("reason"));
        assertEquals(200, found.get("status"));
        assertEquals("+1********61", found.get("subject"));
        assertTrue(
                Instant.parse(found.get("at").toString())
                        .isAfter(Instant.now().minus(Duration.ofMinutes(1))));
        assertEquals(14, found.size());
        assertEquals(List.of(found), under(id));
    }

    @Test
    void theLatestDecisionAboutANumberComesFirst() {
        String number = "+16502530062";
        String first = clear(number).header(HEADER);
        var _ = byNumber(number, first);
        String second = clear(number).header(HEADER);
        var _ = byNumber(number, second);
        assertEquals(
                List.of(second, first),
                search("bank", number).jsonPath().getList("decisions.correlation_id"));
    }

    @Test
    void readingIsRecordedButPushesNothingOut() {
        String number = "+16502530063";
        var _ = byNumber(number, clear(number).header(HEADER));
        Response read = search("bank", number);
        Map<String, Object> reading = onlyOneUnder(read.header(HEADER));
        assertEquals("read_decisions", reading.get("operation"));
        assertEquals("+1********63", reading.get("subject"));
        assertEquals(1, search("bank", number).jsonPath().getList("decisions").size());
    }

    @Test
    void anotherTenantsOperatorFindsNothing() {
        String number = "+16502530064";
        String id = clear(number).header(HEADER);
        var _ = byNumber(number, id);
        search("another-bank", number).then().body("$", aMapWithSize(1));
        assertEquals(List.of(), search("another-bank", number).jsonPath().getList("decisions"));
        assertEquals(
                List.of(),
                operator(token("another-bank", SCOPE))
                        .get("/decisions/" + id)
                        .jsonPath()
                        .getList("decisions"));
    }

    @Test
    void aRefusalOfAKnownClientAndAFailureBehindAreRecorded() {
        Response refused = keyed(DoorsFixture.PLAIN_KEY).body("{}").post("/verifications/check");
        Map<String, Object> refusal = onlyOneUnder(refused.header(HEADER));
        assertEquals("REFUSED", refusal.get("outcome"));
        assertEquals("malformed", refusal.get("reason"));
        assertEquals("plain", refusal.get("client"));
        assertEquals(false, refusal.get("operator"));
        assertNull(refusal.get("subject"));
        Services.areAway("/v1/attempts/clear");
        Map<String, Object> failure = onlyOneUnder(clear("+16502530065").header(HEADER));
        assertEquals("FAILED", failure.get("outcome"));
        assertEquals("unavailable", failure.get("reason"));
        assertEquals(503, failure.get("status"));
    }

    @Test
    void whatNobodyIsKnownToHaveAskedIsCountedButNotKept() {
        double before = counted("dialogflow", "dialogflow", "refused");
        for (int i = 0; i < 30; i++) {
            given().header("X-API-Key", "a-wrong-key-" + i)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/dialogflow/send_otp")
                    .then()
                    .statusCode(401)
                    .header(HEADER, matchesPattern("[0-9a-f]{32}"));
        }
        assertEquals(before + 30, counted("dialogflow", "dialogflow", "refused"));
    }

    @Test
    void anUnknownPathOfADialectIsCountedAsOtherWhateverItIsCalled() {
        double before = counted("telesign", "other", "refused");
        for (String path :
                List.of("/v1/nothing/471147114711", "/v1/x", "/v1/verify/call/16502530000")) {
            given().get(path).then().header(HEADER, matchesPattern("[0-9a-f]{32}"));
        }
        assertEquals(before + 3, counted("telesign", "other", "refused"));
        assertFalse(metrics().contains("471147114711"), "a path became a label");
    }

    @Test
    void theTimeOfAnswersIsCountedInBucketsUpToFourSeconds() {
        var _ = clear("+16502530066");
        for (String bucket : List.of("0.01", "0.5", "4.0", "+Inf")) {
            assertTrue(
                    metrics()
                            .lines()
                            .anyMatch(
                                    line ->
                                            line.startsWith("vouchline_decision_seconds_bucket")
                                                    && line.contains("dialect=\"vouchline\"")
                                                    && line.contains("le=\"" + bucket)),
                    bucket);
        }
    }

    @Test
    void anAnswerHasTheIdOfThePlatformsTraceAndOneOfItsOwnWithout() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Response traced =
                keyed(DoorsFixture.PLAIN_KEY)
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .header("tracestate", "vendor=16502530000")
                        .header("baggage", "number=16502530000")
                        .body(code(Services.PERSON, Services.RIGHT_CODE))
                        .post("/verifications/check");
        assertEquals(trace, traced.header(HEADER));
        assertTrue(Services.trace().startsWith("traceparent: 00-" + trace), Services.trace());
        assertFalse(Services.trace().contains("16502530000"), Services.trace());
        String one = clear("+16502530067").header(HEADER);
        String other = clear("+16502530067").header(HEADER);
        assertTrue(one.matches("[0-9a-f]{32}"), one);
        assertNotEquals(one, other);
        String forged = "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01";
        keyed(DoorsFixture.PLAIN_KEY)
                .header("traceparent", forged)
                .body("{}")
                .post("/pushes")
                .then()
                .header(HEADER, matchesPattern("(?!0{32})[0-9a-f]{32}"));
    }

    @Test
    void noClientReadsWhateverItShowsAndNoOtherScopeDoes() {
        String path = "/decisions/" + "a".repeat(32);
        problem(403, "forbidden", keyed(DoorsFixture.PLAIN_KEY).get(path));
        problem(
                403,
                "forbidden",
                keyed(DoorsFixture.PLAIN_KEY)
                        .body(number(Services.PERSON))
                        .post("/decisions/search"));
        problem(403, "forbidden", operator(token("bank", "attempts:clear")).get(path));
        problem(403, "forbidden", operator(token("no-bank", SCOPE)).get(path));
        problem(401, "unauthenticated", given().get(path));
        String forOtpService = Tokens.token("otp-service", "bank", "operator", SCOPE);
        problem(401, "unauthenticated", operator(forOtpService).get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search2", "+16502530000", "4BF92F3577B34DA6A3CE929D0E0E4736", "0"})
    void whatIsNoIdIs400(String id) {
        problem(400, "malformed", operator(token("bank", SCOPE)).get("/decisions/" + id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{}", "[]", "null", "{\"phone_number\":\"hello\"}", "{\"phone_number\":1e99}"})
    void whatNamesNoNumberIs400(String body) {
        problem(
                400,
                "malformed",
                operator(token("bank", SCOPE)).body(body).post("/decisions/search"));
    }

    @Test
    void anIdThatNobodyHadIsToldAsNothing() {
        operator(token("bank", SCOPE))
                .get("/decisions/" + "e".repeat(32))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
        assertEquals(List.of(), under("e".repeat(32)));
    }

    private static Response clear(String number) {
        return operator(token("bank", "attempts:clear"))
                .body(number(number))
                .post("/attempts/clear");
    }

    private static Response search(String tenant, String number) {
        return operator(token(tenant, SCOPE)).body(number(number)).post("/decisions/search");
    }

    private static List<Map<String, Object>> under(String id) {
        return operator(token("bank", SCOPE))
                .get("/decisions/" + id)
                .jsonPath()
                .getList("decisions");
    }

    /** Decisions are kept after the answer: it may take a moment. */
    private static Map<String, Object> byNumber(String number, String id) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            List<Map<String, Object>> found =
                    search("bank", number).jsonPath().getList("decisions");
            for (Map<String, Object> decision : found) {
                if (id.equals(decision.get("correlation_id"))) {
                    return decision;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("no decision under " + id);
    }

    private static Map<String, Object> onlyOneUnder(String id) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            List<Map<String, Object>> found = under(id);
            if (!found.isEmpty()) {
                assertEquals(1, found.size(), found::toString);
                return found.getFirst();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("no decision under " + id);
    }

    private static double counted(String dialect, String operation, String outcome) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("vouchline_decisions_total{"))
                .filter(line -> line.contains("dialect=\"" + dialect + "\""))
                .filter(line -> line.contains("operation=\"" + operation + "\""))
                .filter(line -> line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(
                        line -> Double.parseDouble(line.substring(line.indexOf('}') + 1).strip()))
                .sum();
    }

    private static String metrics() {
        return RestAssured.get(Ports.management("/q/metrics")).asString();
    }

    private static String token(String tenant, String... scopes) {
        return Tokens.token("gateway", tenant, "operator", scopes);
    }
}
