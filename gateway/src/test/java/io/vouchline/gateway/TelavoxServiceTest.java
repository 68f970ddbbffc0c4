package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.contract.testing.RedisConnection.await;
import static io.vouchline.gateway.Doors.problem;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.RedisAdmin;
import io.vouchline.contract.testing.RedisConnection;
import io.vouchline.gateway.Upstreams.Mode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of a Telavox exchange, what is looked up in them, and who sees it. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class TelavoxServiceTest {

    private final String call = UUID.randomUUID().toString();
    private final String agent = "agent-" + call;
    private final String caller = "1650253" + ThreadLocalRandom.current().nextInt(1_000, 9_999);

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
    }

    // Events

    @Test
    void anEventIsTakenWithGetAndWithAnEmptyPost() {
        for (String method : List.of("GET", "POST")) {
            accepted(
                    given().header("X-API-Key", GatewayFixture.KEY)
                            .queryParam("event", "Ringing")
                            .queryParam("callId", call)
                            .queryParam("agent", agent)
                            .request(method, "/telavox/calls"));
        }
        callsOf(agent).body("calls.call_id", contains(call));
    }

    @Test
    void anAgentHasACallFromRingingToHangup() {
        event("Ringing", "&caller=+" + caller + "&callee=%2B46706170786&from=46706170787");
        callsOf(agent)
                .body("calls.call_id", contains(call))
                .body("calls.state", contains("ringing"));
        event("Answer", "");
        event("Ringing", "");
        callsOf(agent)
                .body("calls.size()", is(1))
                .body("calls[0]", aMapWithSize(8))
                .body("calls[0].state", is("answered"))
                .body("calls[0].caller", is("+" + caller))
                .body("calls[0].callee", is("+46706170786"))
                .body("calls[0].from", is("+46706170787"))
                .body("calls[0].agent", is(agent))
                .body("calls[0].since", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("calls[0].variables", aMapWithSize(0));
        event("Hangup", "");
        event("Answer", "");
        callsOf(agent).body("calls", empty());
        read(GatewayFixture.CONSOLE_KEY).statusCode(200).body("state", is("ended"));
    }

    @Test
    void aCallerWhoWithholdsTheNumberHasACallToo() {
        event("Ringing", "&caller=anonymous");
        callsOf(agent).body("calls.call_id", contains(call)).body("calls[0].caller", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event=ringing",
                "callId=1",
                "event=&callId=1",
                "event=busy&callId=1",
                "event=%7Bevent%7D&callId=1",
                "event=ringing&callId=%7Bsystem.callid%7D",
                "event=ringing&callId=1&caller=%7Bsystem.caller%7D",
                "event=ringing&callId=1&agent=%25agent%25",
                "event=ringing&callId=1&agent=%3Cscript%3E",
                "event=ringing&callId=1&callId=2",
                "event=ringing&callId=a%00b"
            })
    void aBadEventIsToldInTelavoxForm(String query) {
        for (String method : List.of("GET", "POST")) {
            refused(
                    400,
                    given().header("X-API-Key", GatewayFixture.KEY)
                            .urlEncodingEnabled(false)
                            .request(method, "/telavox/calls?" + query));
        }
    }

    @Test
    void whoMayNotTellEventsIsRefusedInTelavoxForm() {
        String path = "/telavox/calls?event=ringing&callId=" + call;
        refused(401, given().get(path));
        refused(401, given().header("X-API-Key", "wrong").get(path));
        refused(403, given().header("X-API-Key", GatewayFixture.CONSOLE_KEY).get(path));
        read(GatewayFixture.CONSOLE_KEY).statusCode(404);
    }

    // Look-ups

    @Test
    void aLookUpThatNamesTheCallIsSeenByItsAgent() {
        event("Ringing", "");
        lookUp("accountNumber=1234567890%23&callId=" + call)
                .statusCode(200)
                .body("found", is(true));
        seen(read(GatewayFixture.CONSOLE_KEY).statusCode(200), "");
        seen(callsOf(agent), "calls[0].");
    }

    @Test
    void aLookUpIsSeenInTheCallOfItsCaller() {
        event("Ringing", "&caller=%2B" + caller);
        lookUp("accountNumber=1234567890&caller=+" + caller).statusCode(200);
        seen(callsOf(agent), "calls[0].");
    }

    /** A flow looks its caller up first; only then it rings. */
    @Test
    void aLookUpBeforeTheFirstEventIsSeenWhenItRings() {
        lookUp("accountNumber=1234567890&caller=%20" + caller).statusCode(200);
        event("Ringing", "&caller=" + caller);
        seen(callsOf(agent), "calls[0].");
    }

    @Test
    void aLookUpByNumberIsTheCallersOwnCall() {
        event("Ringing", "&caller=%2B" + caller);
        lookUp("phoneNumber=%2B" + caller).statusCode(200);
        callsOf(agent)
                .body("calls[0].variables", aMapWithSize(1))
                .body("calls[0].variables.customerInfo.outcome", is("single"));
    }

    /** The recipe of the document: by number, and by keypad where that finds nobody. */
    @Test
    void whatIsKeyedInReplacesThatTheNumberWasUnknown() {
        String unknown = Upstreams.UNKNOWN_CALLER.substring(1);
        lookUp("phoneNumber=%2B" + unknown).statusCode(200).body("outcome", is("none"));
        lookUp("accountNumber=1234567890&caller=%2B" + unknown)
                .statusCode(200)
                .body("outcome", is("single"));
        event("Ringing", "&caller=%2B" + unknown);
        seen(callsOf(agent), "calls[0].");
        event("Hangup", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&caller=anonymous",
                "&caller=",
                "&callId=",
                "&callId=a%20b",
                "&caller=12"
            })
    void aLookUpThatLeadsToNoCallIsAnsweredAllTheSame(String rest) {
        lookUp("accountNumber=1234567890" + rest).statusCode(200).body("found", is(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&caller=%7Bsystem.caller%7D",
                "&callId=%7Bsystem.callid%7D",
                "&caller=1&caller=2",
                "&callId=1&callId=2",
                "&phoneNumber=%2B46706170786"
            })
    void aBadLookUpIsToldInTelavoxFormAndNobodyIsAsked(String rest) {
        int calls = Upstreams.calls();
        lookUp("accountNumber=1234567890" + rest).statusCode(400).body("outcome", is("error"));
        assertEquals(calls, Upstreams.calls());
    }

    @Test
    void byPolicyWhoIsNotFoundIs404WithTheSameBody() {
        for (String account : List.of("0000000000", Upstreams.SHARED_ACCOUNT)) {
            String outcome = account.equals(Upstreams.SHARED_ACCOUNT) ? "multiple" : "none";
            deskLookUp("accountNumber=" + account)
                    .statusCode(404)
                    .contentType(ContentType.JSON)
                    .body("$", aMapWithSize(3))
                    .body("found", is(false))
                    .body("outcome", is(outcome))
                    .body("customer", nullValue());
            lookUp("accountNumber=" + account).statusCode(200).body("outcome", is(outcome));
        }
        deskLookUp("accountNumber=1234567890").statusCode(200).body("found", is(true));
    }

    @Test
    void theVariablesAreNamedByPolicyAndACardIsMaskedInThem() {
        Upstreams.forget();
        deskLookUp("accountNumber=4111111111111111&callId=" + call).statusCode(200);
        read(GatewayFixture.CONSOLE_KEY)
                .statusCode(200)
                .body("state", is("waiting"))
                .body("variables", aMapWithSize(2))
                .body("variables.keyed", is("************1111"))
                .body("variables.who.found", is(true));
        assertTrue(
                Upstreams.bodies("/v1/customers/find").getLast().contains("4111111111111111"),
                "what looks like a card may be an account all the same");
    }

    @Test
    void theAnswerIsTheDocumentsInItsOrder() {
        assertEquals(
                "{\"found\":true,\"outcome\":\"single\",\"customer\":{\"name\":\"Jane Doe\",\"phoneNumber\":\"+46706170786\",\"accountNumber\":\"1234567890\"}}",
                lookUp("accountNumber=1234567890").extract().asString());
        assertEquals(
                "{\"found\":false,\"outcome\":\"none\",\"customer\":null}",
                lookUp("accountNumber=0000000000").extract().asString());
    }

    // Who sees a call

    @Test
    void aTenantNeitherSeesNorChangesAnothersCall() {
        event("Answer", "&caller=%2B" + caller);
        problem(404, "not-found", get(GatewayFixture.RIVAL_KEY, "/calls/" + call));
        get(GatewayFixture.RIVAL_KEY, "/calls?agent=" + agent)
                .then()
                .statusCode(200)
                .body("calls", empty());
        accepted(
                get(
                        GatewayFixture.RIVAL_KEY,
                        "/telavox/calls?event=hangup&callId=%s".formatted(call)));
        get(
                        GatewayFixture.RIVAL_KEY,
                        "/telavox/customer?accountNumber=1234567890&callId=%s&caller=%s"
                                .formatted(call, caller))
                .then()
                .statusCode(200);
        read(GatewayFixture.CONSOLE_KEY)
                .statusCode(200)
                .body("state", is("answered"))
                .body("variables", aMapWithSize(0));
    }

    @Test
    void onlyAClientThatMayReadsCalls() {
        event("Answer", "");
        problem(403, "forbidden", get(GatewayFixture.BLIND_KEY, "/calls/" + call));
        problem(403, "forbidden", get(GatewayFixture.BLIND_KEY, "/calls?agent=" + agent));
        problem(403, "forbidden", get(GatewayFixture.KEY, "/calls/" + call));
        problem(401, "unauthenticated", given().get("/calls/" + call));
    }

    @Test
    void aBadQuestionForCallsIsAProblem() {
        problem(400, "malformed", get(GatewayFixture.CONSOLE_KEY, "/calls"));
        problem(400, "malformed", get(GatewayFixture.CONSOLE_KEY, "/calls?agent="));
        problem(400, "malformed", get(GatewayFixture.CONSOLE_KEY, "/calls?agent=a&agent=b"));
        problem(404, "not-found", get(GatewayFixture.CONSOLE_KEY, "/calls/none"));
        problem(404, "not-found", get(GatewayFixture.CONSOLE_KEY, "/calls/a%20b"));
        problem(404, "not-found", get(GatewayFixture.CONSOLE_KEY, "/calls/" + "x".repeat(200)));
    }

    // The store

    @Test
    void nothingPersonalLiesInTheStoreInClear() {
        event("Answer", "&caller=%2B" + caller + "&callee=%2B46706170786&from=%2B46706170787");
        lookUp("accountNumber=1234567890&callId=" + call).statusCode(200);
        lookUp("accountNumber=1234567890&caller=%2B" + caller).statusCode(200);
        String contents = contents();
        assertTrue(contents.contains(call), "the store was not read");
        for (String personal : List.of(caller, "4670617078", "1234567890", "Jane", agent)) {
            assertFalse(contents.contains(personal), personal);
        }
    }

    @Test
    void aStoreThatIsFullOrSilentLosesTheCallButNoLookUp() {
        RedisAdmin admin = new RedisAdmin(redis().getPort());
        double failed = failedTies();
        admin.send("CONFIG SET maxmemory 1");
        try {
            lookUp("accountNumber=1234567890&callId=" + call)
                    .statusCode(200)
                    .body("found", is(true));
            refused(503, get(GatewayFixture.KEY, "/telavox/calls?event=ringing&callId=" + call));
        } finally {
            admin.send("CONFIG SET maxmemory 0");
        }
        assertEquals(failed + 1, failedTies());
        admin.sendOnly("DEBUG SLEEP 6");
        Instant asked = Instant.now();
        lookUp("accountNumber=1234567890&callId=" + call).statusCode(200).body("found", is(true));
        Duration taken = Duration.between(asked, Instant.now());
        assertTrue(taken.compareTo(Duration.ofSeconds(5)) < 0, taken::toString);
        assertEquals(failed + 2, failedTies());
        // It wakes up again, for the tests that follow.
        assertEquals("PONG", stored(redis -> await(redis.ping(List.of())).toString()));
    }

    private static double failedTies() {
        return given().get(Ports.management("/q/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith("vouchline_call_ties_total"))
                .filter(line -> line.contains("result=\"failed\""))
                .mapToDouble(line -> Double.parseDouble(line.split(" ", 2)[1]))
                .sum();
    }

    private static String contents() {
        return stored(
                redis -> {
                    StringBuilder text = new StringBuilder();
                    for (var key : await(redis.keys("{call:*"))) {
                        String name = key.toString();
                        text.append(name).append('\n');
                        text.append(
                                switch (await(redis.type(name)).toString()) {
                                    case "hash" -> await(redis.hgetall(name)).toString();
                                    case "zset" ->
                                            await(redis.zrange(List.of(name, "0", "-1")))
                                                    .toString();
                                    default -> await(redis.get(name)).toString();
                                });
                        text.append('\n');
                    }
                    return text.toString();
                });
    }

    private static URI redis() {
        return URI.create(System.getProperty(GatewayFixture.REDIS));
    }

    private static String stored(java.util.function.Function<RedisAPI, String> question) {
        QuarkusTestResourceLifecycleManager running =
                new QuarkusTestResourceLifecycleManager() {
                    @Override
                    public Map<String, String> start() {
                        return Map.of("quarkus.redis.hosts", redis().toString());
                    }

                    @Override
                    public void stop() {}
                };
        try (RedisConnection connection = new RedisConnection(running)) {
            return question.apply(connection.api());
        }
    }

    private void event(String word, String rest) {
        accepted(
                get(
                        GatewayFixture.KEY,
                        "/telavox/calls?event=%s&callId=%s&agent=%s%s"
                                .formatted(word, call, agent, rest)));
    }

    private void accepted(Response response) {
        response.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Cache-Control", "no-store")
                .body("$", aMapWithSize(2))
                .body("accepted", is(true))
                .body("callId", is(call));
    }

    private static ValidatableResponse lookUp(String query) {
        return get(GatewayFixture.KEY, "/telavox/customer?" + query).then();
    }

    private static ValidatableResponse deskLookUp(String query) {
        return get(GatewayFixture.DESK_KEY, "/telavox/customer?" + query).then();
    }

    private static ValidatableResponse callsOf(String agent) {
        return get(GatewayFixture.CONSOLE_KEY, "/calls?agent=" + agent)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(1));
    }

    private ValidatableResponse read(String key) {
        return get(key, "/calls/" + call).then();
    }

    private static void seen(ValidatableResponse response, String at) {
        response.body(at + "variables", aMapWithSize(2))
                .body(at + "variables.accountNumber", is("1234567890"))
                .body(at + "variables.customerInfo.found", is(true))
                .body(at + "variables.customerInfo.outcome", is("single"))
                .body(at + "variables.customerInfo.customer.name", is("Jane Doe"))
                .body(at + "variables.customerInfo.customer.phoneNumber", is("+46706170786"))
                .body(at + "variables.customerInfo.customer.accountNumber", is("1234567890"));
    }

    private static Response get(String key, String path) {
        return given().header("X-API-Key", key).urlEncodingEnabled(false).get(path);
    }

    private static void refused(int status, Response response) {
        response.then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("$", aMapWithSize(3))
                .body("found", is(false))
                .body("outcome", is("error"))
                .body("customer", nullValue());
    }
}
