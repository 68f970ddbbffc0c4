package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.operator;
import static io.vouchline.gateway.Doors.problem;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.gateway.Services.Call;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class ListDoorTest {

    private static final String ENTRIES = "/v1/lists/entries";
    private static final String BODY = body(Services.PERSON, "refund fraud", "null");

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    // Our own API

    @ParameterizedTest
    @CsvSource({"deny, DENY", "allow, ALLOW"})
    void aNumberIsAddedForTheClientsTenantInItsNameAndWithNoOtherRight(String list, String kind) {
        listed(list, post(DoorsFixture.LISTING_KEY, list, BODY));
        Call call = last();
        JsonPath entry = JsonPath.from(call.body());
        assertEquals(kind, entry.getString("list"));
        assertEquals("NUMBER", entry.getString("subject.extent"));
        assertEquals(Services.PERSON, entry.getString("subject.value"));
        assertEquals("refund fraud", entry.getString("reason"));
        assertEquals("client listing", entry.getString("author"));
        assertEndsIn(Duration.ofDays(90), entry);
        assertEquals(false, entry.getBoolean("for_all"));
        assertEquals("bank", call.claim("tenant"));
        assertEquals("listing", call.claim("client"));
        assertEquals("risk-service", call.claim("aud"));
        assertEquals("lists:add", call.claim("scope"));
    }

    @Test
    void anotherTenantsEntriesAreItsOwn() {
        listed("deny", post(DoorsFixture.FOREIGN_KEY, "deny", BODY));
        assertEquals("another-bank", last().claim("tenant"));
        assertEquals("client foreign", JsonPath.from(last().body()).getString("author"));
    }

    @Test
    void anEntryMayEnd() {
        String end = Instant.now().plus(Duration.ofDays(30)).truncatedTo(SECONDS).toString();
        listed("allow", post(DoorsFixture.LISTING_KEY, "allow", ending(end)));
        assertEquals(end, JsonPath.from(last().body()).getString("expires_at"));
    }

    @Test
    void noEntryOfAClientIsForEverOrLongerThanItsPolicySays() {
        listed("deny", post(DoorsFixture.FOREIGN_KEY, "deny", BODY));
        assertEndsIn(Duration.ofHours(1), JsonPath.from(last().body()));
        String late = Instant.now().plus(Duration.ofHours(2)).toString();
        listed("deny", post(DoorsFixture.LISTING_KEY, "deny", ending(late)));
        int calls = Services.calls(ENTRIES).size();
        problem(400, "malformed", post(DoorsFixture.FOREIGN_KEY, "deny", ending(late)));
        String never = "2099-01-01T00:00:00Z";
        problem(400, "malformed", post(DoorsFixture.LISTING_KEY, "deny", ending(never)));
        assertEquals(calls, Services.calls(ENTRIES).size());
    }

    @Test
    void blanksAroundAReasonAreNoneOfIt() {
        listed("deny", post(DoorsFixture.LISTING_KEY, "deny", reasoned("  refund fraud\\n")));
        assertEquals("refund fraud", JsonPath.from(last().body()).getString("reason"));
    }

    @Test
    void whatRiskServiceMakesNoEntryOfIs400() {
        String expired = body(Services.EXPIRED_MEANWHILE, "x", "null");
        problem(400, "malformed", post(DoorsFixture.LISTING_KEY, "deny", expired))
                .body(not(containsString("for nobody else")));
        toldToTelavox(
                400,
                telavox(
                        DoorsFixture.DESK_KEY,
                        "deny?phoneNumber=" + Services.EXPIRED_MEANWHILE.replace("+", "%2B")));
    }

    @Test
    void addingANumberAgainIsAnsweredTheSame() {
        listed("deny", post(DoorsFixture.LISTING_KEY, "deny", BODY));
        listed("deny", post(DoorsFixture.LISTING_KEY, "deny", BODY));
    }

    @Test
    void aNumberIsReadByTheClientsRegion() {
        listed("deny", post(DoorsFixture.LISTING_KEY, "deny", body("(650) 253-0000", "x", "null")));
        assertEquals(Services.PERSON, JsonPath.from(last().body()).getString("subject.value"));
    }

    @Test
    void onlyAListThatThePolicyNamesIsWritten() {
        int calls = Services.calls(ENTRIES).size();
        problem(403, "forbidden", post(DoorsFixture.PLAIN_KEY, "deny", BODY));
        problem(403, "forbidden", post(DoorsFixture.PLAIN_KEY, "allow", BODY));
        problem(403, "forbidden", post(DoorsFixture.FOREIGN_KEY, "allow", BODY));
        problem(403, "forbidden", post(DoorsFixture.PLATFORM_KEY, "deny", BODY));
        problem(403, "forbidden", post(DoorsFixture.DESK_KEY, "deny", BODY));
        problem(401, "unauthenticated", post("wrong", "deny", BODY));
        problem(
                401,
                "unauthenticated",
                operator(Tokens.token("gateway", "bank", "operator", "lists:add", "lists:manage"))
                        .body(BODY)
                        .post("/lists/deny"));
        assertEquals(calls, Services.calls(ENTRIES).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DENY", "Deny", "block", "deny%20", "deny%2F..%2Fallow", "%7Blist%7D"})
    void anyOtherListIs404(String list) {
        int calls = Services.calls(ENTRIES).size();
        problem(
                404,
                "not-found",
                keyed(DoorsFixture.LISTING_KEY)
                        .urlEncodingEnabled(false)
                        .body(BODY)
                        .post("/lists/" + list));
        toldToTelavox(404, telavox(DoorsFixture.DESK_KEY, list + "?phoneNumber=%2B46706170786"));
        assertEquals(calls, Services.calls(ENTRIES).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "{\"phone_number\":\"6502530000\"}",
                "{\"reason\":\"x\"}",
                "{\"phone_number\":\"hello\",\"reason\":\"x\"}",
                "{\"phone_number\":\"$session.params.phone\",\"reason\":\"x\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"  \"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"{reason}\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"a\\nb\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"a\\ud800b\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":null}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"a\\u2028b\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"a\\u2029b\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"\\u00a0x\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"\\u200bx\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"\\ufeff\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":{}}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"x\",\"expires_at\":\"2020-01-01T00:00:00Z\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"x\",\"expires_at\":\"tomorrow\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"x\",\"expires_at\":\"+1000000000-01-01T00:00:00Z\"}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"x\",\"expires_at\":1e30}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"x\",\"expires_at\":1e999999999}",
                "{\"phone_number\":\"6502530000\",\"reason\":\"x\",\"expires_at\":0}"
            })
    void whatNamesNoNumberReasonOrEndIs400AndNotAsked(String body) {
        int calls = Services.calls(ENTRIES).size();
        problem(400, "malformed", post(DoorsFixture.LISTING_KEY, "deny", body))
                .body(not(containsString("6502530000")));
        assertEquals(calls, Services.calls(ENTRIES).size());
    }

    @Test
    void aReasonHasTwoHundredCharacters() {
        listed("deny", post(DoorsFixture.LISTING_KEY, "deny", reasoned("x".repeat(200))));
        problem(
                400,
                "malformed",
                post(DoorsFixture.LISTING_KEY, "deny", reasoned("x".repeat(201))));
        String long_ = " ".repeat(60_000) + "\\u0000";
        problem(400, "malformed", post(DoorsFixture.LISTING_KEY, "deny", reasoned(long_)));
    }

    @Test
    void listsThatAreFullAre409AndARiskServiceThatIsAway503() {
        String full = body(Services.ONE_TOO_MANY, "x", "null");
        problem(409, "conflict", post(DoorsFixture.LISTING_KEY, "deny", full));
        toldToTelavox(
                409,
                telavox(
                        DoorsFixture.DESK_KEY,
                        "deny?phoneNumber=" + Services.ONE_TOO_MANY.replace("+", "%2B")));
        Services.areAway(ENTRIES);
        problem(503, "unavailable", post(DoorsFixture.LISTING_KEY, "deny", BODY));
        toldToTelavox(503, telavox(DoorsFixture.DESK_KEY, "deny?phoneNumber=%2B46706170786"));
    }

    // Telavox

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+46706170786",
                "%2B46706170786",
                "%2046706170786",
                "%2B46%2070%20617%2007%2086",
                "0706170786"
            })
    void aFlowAddsANumberWithEverySpellingOfThePlusAndNoBody(String number) {
        listed("deny", telavox(DoorsFixture.DESK_KEY, "deny?phoneNumber=" + number));
        JsonPath entry = JsonPath.from(last().body());
        assertEquals("DENY", entry.getString("list"));
        assertEquals("+46706170786", entry.getString("subject.value"));
        assertEquals("added by a call", entry.getString("reason"));
        assertEquals("client desk", entry.getString("author"));
        assertEndsIn(Duration.ofDays(90), entry);
        assertEquals("lists:add", last().claim("scope"));
    }

    @ParameterizedTest
    @CsvSource({"abusive%20caller, abusive caller", "'', added by a call", "%20, added by a call"})
    void aFlowMaySayWhy(String reason, String text) {
        listed(
                "deny",
                telavox(DoorsFixture.DESK_KEY, "deny?phoneNumber=%2B46706170786&reason=" + reason));
        assertEquals(text, JsonPath.from(last().body()).getString("reason"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phoneNumber=",
                "phoneNumber=hello",
                "phoneNumber=%7Bsystem.caller%7D",
                "phoneNumber=%25phoneNumber%25",
                "phoneNumber=12",
                "phoneNumber=%2B46706170786&phoneNumber=%2B46706170787",
                "phoneNumber=%2B46706170786&reason=a&reason=b",
                "phoneNumber=%2B46706170786&reason=%7Breason%7D",
                "phoneNumber=%2B46706170786&reason=a%0D%0Ab",
                "phoneNumber=%2B46706170786&reason=a%E2%80%A8b",
                "phoneNumber=%2B46706170786&reason=%C2%A0x",
                "phoneNumber=%2B46706170786&reason=%E2%80%8B",
                "reason=x"
            })
    void aBadQueryIsToldInTelavoxFormAndNotAsked(String query) {
        int calls = Services.calls(ENTRIES).size();
        toldToTelavox(400, telavox(DoorsFixture.DESK_KEY, "deny?" + query));
        assertEquals(calls, Services.calls(ENTRIES).size());
    }

    @Test
    void aReasonOfAFlowThatIsTooLongIsToldInTelavoxForm() {
        toldToTelavox(
                400,
                telavox(
                        DoorsFixture.DESK_KEY,
                        "deny?phoneNumber=%2B46706170786&reason=" + "x".repeat(201)));
    }

    @Test
    void whoMayNotIsToldInTelavoxForm() {
        int calls = Services.calls(ENTRIES).size();
        String allow = "allow?phoneNumber=%2B46706170786";
        String deny = "deny?phoneNumber=%2B46706170786";
        toldToTelavox(403, telavox(DoorsFixture.DESK_KEY, allow));
        toldToTelavox(403, telavox(DoorsFixture.IDLE_DESK_KEY, deny));
        toldToTelavox(403, telavox(DoorsFixture.LISTING_KEY, deny));
        toldToTelavox(401, telavox("wrong", deny));
        toldToTelavox(401, given().post("/telavox/lists/" + deny));
        assertEquals(calls, Services.calls(ENTRIES).size());
    }

    @Test
    void whatChangesAListIsNoGet() {
        int calls = Services.calls(ENTRIES).size();
        toldToTelavox(
                405,
                given().header("X-API-Key", DoorsFixture.DESK_KEY)
                        .get("/telavox/lists/deny?phoneNumber=0706170786"));
        problem(405, "method-not-allowed", keyed(DoorsFixture.LISTING_KEY).get("/lists/deny"));
        assertEquals(calls, Services.calls(ENTRIES).size());
    }

    private static Response post(String key, String list, String body) {
        return keyed(key).body(body).post("/lists/" + list);
    }

    private static Response telavox(String key, String rest) {
        return given().header("X-API-Key", key)
                .urlEncodingEnabled(false)
                .post("/telavox/lists/" + rest);
    }

    private static void listed(String list, Response response) {
        response.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-store")
                .body("$", aMapWithSize(2))
                .body("listed", is(true))
                .body("list", is(list));
    }

    private static void toldToTelavox(int status, Response response) {
        response.then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("$", aMapWithSize(3))
                .body("found", is(false))
                .body("outcome", is("error"))
                .body("customer", nullValue());
    }

    private static void assertEndsIn(Duration life, JsonPath entry) {
        Instant end = Instant.parse(entry.getString("expires_at"));
        Duration left = Duration.between(Instant.now(), end);
        assertTrue(left.compareTo(life) <= 0, left::toString);
        assertTrue(left.compareTo(life.minusMinutes(1)) > 0, left::toString);
    }

    private static String ending(String end) {
        return body(Services.PERSON, "travels", "\"" + end + "\"");
    }

    private static Call last() {
        return Services.calls(ENTRIES).getLast();
    }

    private static String reasoned(String reason) {
        return body(Services.PERSON, reason, "null");
    }

    private static String body(String number, String reason, String expiresAt) {
        return "{\"phone_number\":\"%s\",\"reason\":\"%s\",\"expires_at\":%s}"
                .formatted(number, reason, expiresAt);
    }
}
