package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.contract.testing.RedisConnection.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
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
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.testing.RedisConnection;
import io.vouchline.gateway.Upstreams.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class SessionServiceTest {

    private static final String ANI = "+16502530000";
    private static final String RIGHT_CODE = "012345";

    private String call = "";

    @BeforeEach
    void aNewCall() {
        call = "CA" + UUID.randomUUID();
        Upstreams.forget();
    }

    @BeforeEach
    @AfterEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
        Upstreams.find("");
    }

    @Test
    void aCallerWhoseNumberIsRegisteredProvesItByTheCode() {
        String id =
                standing(begin(1, ANI))
                        .body("state", is("ask"))
                        .body("expect.kind", is("choice"))
                        .body("parameters.auth_level", is(0))
                        .body("parameters.phone_number", is("6502530000"))
                        .body("assertion", nullValue())
                        .extract()
                        .path("session_id");
        standing(turn(id, "1", "speech", "by phone please"))
                .body("state", is("ask"))
                .body("expect.kind", is("digits"))
                .body("expect.sensitive", is(true));
        standing(turn(id, "2", "dtmf", RIGHT_CODE))
                .body("state", is("done"))
                .body("expect", nullValue())
                .body("parameters.auth_level", is(1))
                .body("parameters.transfer_reason", nullValue())
                .body("assertion", notNullValue());
    }

    @Test
    void whoHasThePublishedKeysAloneCanVerifyWhatWasProven() throws Exception {
        String assertion = proven();
        String keys = given().get("/.well-known/jwks.json").asString();
        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setVerificationKeyResolver(
                                new JwksVerificationKeyResolver(
                                        new JsonWebKeySet(keys).getJsonWebKeys()))
                        .setExpectedIssuer("vouchline-gateway")
                        .setExpectedAudience("vouchline-assertion")
                        .setExpectedType(true, "vouchline-assertion+jwt")
                        .setRequireExpirationTime()
                        .build()
                        .processToClaims(assertion);
        assertEquals(1L, claims.getClaimValue("auth_level"));
        assertEquals(List.of("otp"), claims.getStringListClaimValue("amr"));
        assertEquals("bank", claims.getStringClaimValue("tenant"));
        assertEquals("console", claims.getStringClaimValue("client"));
        assertTrue(claims.getStringClaimValue("number").matches("[0-9A-F]{32}"));
        assertFalse(claims.toJson().contains("6502530000"), claims::toJson);
    }

    @Test
    void anotherCallGoesOnFromWhatWasProven() {
        String assertion = proven();
        aNewCall();
        standing(begin(2, ANI, ",\"assertion\":\"" + assertion + "\""))
                .body("state", is("ask"))
                .body("parameters.auth_level", is(1))
                .body("expect.kind", is("digits"));
    }

    @Test
    void theSameTurnPostedTwiceIsAnsweredTheSameAndSendsOneMessage() {
        String id = standing(begin(1, ANI)).extract().path("session_id");
        String first = standing(turn(id, "1", "speech", "phone")).extract().asString();
        assertEquals(first, standing(turn(id, "1", "speech", "phone")).extract().asString());
        assertEquals(first, read(id).asString());
        assertEquals(1, Upstreams.bodies(Upstreams.ISSUE).size());
        problem(409, turn(id, "1", "speech", "email"));
    }

    @Test
    void theSameTurnPostedManyTimesAtOnceIsAnsweredTheSame() throws Exception {
        String id = standing(begin(1, ANI)).extract().path("session_id");
        List<Response> answers = atOnce(16, _ -> turn(id, "1", "speech", "phone"));
        String now = read(id).asString();
        for (Response answer : answers) {
            assertEquals(now, standing(answer).extract().asString());
        }
    }

    @Test
    void twoTurnsAtOnceAreTakenOneAfterTheOther() throws Exception {
        String id = standing(begin(1, null)).extract().path("session_id");
        List<Response> answers = atOnce(2, i -> turn(id, "turn-" + i, "no_input", null));
        answers.forEach(SessionServiceTest::standing);
        // The third silence ends it: both of them were counted.
        standing(turn(id, "last", "no_input", null))
                .body("state", is("failed"))
                .body("parameters.transfer_reason", is("max_no_input"));
    }

    @Test
    void manyBeginningsOfOneCallAreOneSession() throws Exception {
        List<Response> answers = atOnce(16, _ -> begin(1, null));
        assertEquals(
                1,
                answers.stream()
                        .map(answer -> standing(answer).extract().asString())
                        .distinct()
                        .count());
    }

    @Test
    void aRedisThatTakesNoWritesIs503AndLosesNothing() {
        String id = standing(begin(1, ANI)).extract().path("session_id");
        String before = read(id).asString();
        redis(redis -> await(redis.config(List.of("SET", "maxmemory", "1"))).toString());
        try {
            problem(503, turn(id, "1", "speech", "phone")).header("Retry-After", "2");
            aNewCall();
            problem(503, begin(1, null)).header("Retry-After", "2");
            assertEquals(before, read(id).asString());
        } finally {
            redis(redis -> await(redis.config(List.of("SET", "maxmemory", "0"))).toString());
        }
        standing(turn(id, "1", "speech", "phone")).body("expect.kind", is("digits"));
    }

    @Test
    void whatRedisHoldsOfASessionTellsNobodyAnything() {
        String id = standing(begin(1, ANI)).extract().path("session_id");
        standing(turn(id, "1", "speech", "phone"));
        standing(turn(id, "a-name-of-a-turn", "dtmf", "987654"));
        String kept = redis(redis -> await(redis.hgetall("{session:bank:" + id + "}")).toString());
        assertTrue(kept.contains("state"), kept);
        for (String clear :
                List.of("6502530000", "jane", "987654", "person-1", call, "a-name-of-a-turn")) {
            assertFalse(kept.contains(clear), clear);
        }
        String keys = redis(redis -> await(redis.keys("*session*")).toString());
        assertFalse(keys.contains(call) || keys.contains("6502530000"), keys);
        assertTrue(
                redis(redis -> await(redis.pttl("{session:bank:" + id + "}")).toString())
                        .matches("[0-9]{6}"));
    }

    @Test
    void anotherTenantsSessionIsNotFound() {
        String id = standing(begin(1, null)).extract().path("session_id");
        problem(404, as(GatewayFixture.RIVAL_KEY).get("/sessions/" + id));
        problem(
                404,
                as(GatewayFixture.RIVAL_KEY)
                        .body("{\"turn_id\":\"1\",\"kind\":\"hangup\"}")
                        .post("/sessions/" + id + "/turns"));
        standing(as(GatewayFixture.BLIND_KEY).get("/sessions/" + id)).body("state", is("ask"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0123456789ABCDEF0123456789ABCDEF", "%00", "a%2Fb", "x y"})
    void whatIsNoSessionIsNotFound(String id) {
        problem(404, as(GatewayFixture.CONSOLE_KEY).get("/sessions/{id}", id));
    }

    @Test
    void onlyAClientOfOurOwnApiComesIn() {
        problem(
                401,
                given().contentType(ContentType.JSON).body(body(1, null, "")).post("/sessions"));
        problem(403, as(GatewayFixture.KEY).body(body(1, null, "")).post("/sessions"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "auth_level_req       | 3                   | auth_level_req must be a whole number from 0 to 2.",
                "auth_level_req       | null                | auth_level_req is missing.",
                "auth_level_req       | 1.9                 | auth_level_req must be a whole number from 0 to 2.",
                "auth_level_req       | 1e999               | auth_level_req must be a whole number from 0 to 2.",
                "account_auth_enabled | 1                   | account_auth_enabled must be true or false.",
                "card_auth_enabled    | []                  | card_auth_enabled must be true or false.",
                "otp_length           | 11                  | otp_length must be a whole number from 4 to 10.",
                "security_key_length  | \"five\"            | security_key_length must be a whole number from 6 to 8.",
                "max_retry_otp_count  | -1                  | max_retry_otp_count must be a whole number from 0 to 10.",
                "phone_number         | {\"a\":1}           | phone_number must be a text.",
                "phone_number         | \"me\"              | phone_number is not a telephone number.",
                "auth_level           | \"$session.params\" | auth_level holds a template that was not filled in.",
                "another              | 1                   | another is not a parameter.",
                "<script>             | 1                   | A name is not that of a parameter."
            })
    void aParameterThatCannotBeIs400WithItsName(String name, String value, String detail) {
        problem(400, begin(1, null, "", ",\"%s\":%s".formatted(name, value)))
                .body("detail", is(detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"external_id\":\"a\",\"platform\":\"twilio\"}",
                "{\"external_id\":\"a\",\"platform\":\"twilio\",\"parameters\":null}",
                "{\"external_id\":\"a\",\"platform\":\"twilio\",\"parameters\":[]}",
                "{\"external_id\":\"a\",\"platform\":\"TWILIO\",\"parameters\":{}}",
                "{\"external_id\":\"\",\"platform\":\"twilio\",\"parameters\":{}}",
                "{\"external_id\":1,\"platform\":\"twilio\",\"parameters\":{}}",
                "{\"external_id\":\"a\",\"external_id\":\"b\",\"platform\":\"x\",\"parameters\":{}}",
                "{\"external_id\":\"a\",\"platform\":\"x\",\"parameters\":{\"auth_level_req\":1,"
                        + "\"auth_level_req\":2}}"
            })
    void whatIsNoBeginningIs400(String body) {
        problem(400, as(GatewayFixture.CONSOLE_KEY).body(body).post("/sessions"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"turn_id\":\"1\"}",
                "{\"turn_id\":\"1\",\"kind\":\"TEXT\",\"value\":\"a\"}",
                "{\"turn_id\":\"1\",\"kind\":\"shout\",\"value\":\"a\"}",
                "{\"turn_id\":\"1\",\"kind\":\"text\"}",
                "{\"turn_id\":\"1\",\"kind\":\"text\",\"value\":null}",
                "{\"turn_id\":\"1\",\"kind\":\"dtmf\",\"value\":123456}",
                "{\"turn_id\":\"1\",\"kind\":\"hangup\",\"value\":\"a\"}",
                "{\"turn_id\":\"\",\"kind\":\"hangup\"}",
                "{\"turn_id\":null,\"kind\":\"hangup\"}",
                "{\"turn_id\":1,\"kind\":\"hangup\"}"
            })
    void whatIsNoTurnIs400AndChangesNothing(String body) {
        String id = standing(begin(1, null)).extract().path("session_id");
        String before = read(id).asString();
        problem(400, as(GatewayFixture.CONSOLE_KEY).body(body).post("/sessions/" + id + "/turns"));
        problem(400, turn(id, "x".repeat(129), "hangup", null));
        problem(400, turn(id, "1", "text", "x".repeat(513)));
        assertEquals(before, read(id).asString());
    }

    @Test
    void anAssertionThatDoesNotHoldIs403() {
        problem(403, begin(1, ANI, ",\"assertion\":\"a.b.c\""));
    }

    @Test
    void lookupThatIsAwayEndsItAndTheCallerMayTryAgain() {
        Upstreams.are(Mode.LOOKUP_BROKEN);
        standing(begin(1, ANI))
                .body("state", is("failed"))
                .body("parameters.transfer_reason", is("webhook_error"));
        Upstreams.are(Mode.FINE);
        standing(begin(1, ANI)).body("state", is("ask"));
    }

    private String proven() {
        String id = standing(begin(1, ANI)).extract().path("session_id");
        standing(turn(id, "1", "speech", "phone"));
        return standing(turn(id, "2", "dtmf", RIGHT_CODE)).extract().path("assertion");
    }

    private Response begin(int level, String ani) {
        return begin(level, ani, "");
    }

    private Response begin(int level, String ani, String more) {
        return as(GatewayFixture.CONSOLE_KEY).body(body(level, ani, more)).post("/sessions");
    }

    /** With further parameters; those that stand there already are replaced. */
    private Response begin(int level, String ani, String more, String parameter) {
        String name = parameter.split("\"", 3)[1];
        String body =
                body(level, ani, more)
                        .replaceFirst("\"" + Pattern.quote(name) + "\":[^,}]*,?", "")
                        .replaceFirst(
                                "\"parameters\":\\{",
                                Matcher.quoteReplacement(
                                        "\"parameters\":{" + parameter.substring(1) + ","))
                        .replace(",}", "}");
        return as(GatewayFixture.CONSOLE_KEY).body(body).post("/sessions");
    }

    private String body(int level, String ani, String more) {
        return """
        {"external_id":"%s","platform":"twilio","ani":%s%s,"parameters":\
        {"auth_level_req":%d,"account_auth_enabled":true,"card_auth_enabled":false}}"""
                .formatted(call, ani == null ? null : "\"" + ani + "\"", more, level);
    }

    private static Response turn(String id, String turn, String kind, String value) {
        return as(GatewayFixture.CONSOLE_KEY)
                .body(
                        "{\"turn_id\":\"%s\",\"kind\":\"%s\",\"value\":%s}"
                                .formatted(turn, kind, value == null ? null : "\"" + value + "\""))
                .post("/sessions/" + id + "/turns");
    }

    private static Response read(String id) {
        Response answer = as(GatewayFixture.CONSOLE_KEY).get("/sessions/" + id);
        standing(answer);
        return answer;
    }

    private static RequestSpecification as(String key) {
        return given().header("X-API-Key", key).contentType(ContentType.JSON);
    }

    private static ValidatableResponse standing(Response response) {
        return response.then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("$", aMapWithSize(7))
                .body("parameters", aMapWithSize(3))
                .body("session_id", notNullValue());
    }

    private static ValidatableResponse problem(int status, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status));
    }

    private static List<Response> atOnce(int many, Function<Integer, Response> request)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> sent =
                    IntStream.range(0, many)
                            .mapToObj(i -> threads.submit(() -> request.apply(i)))
                            .collect(Collectors.toList());
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : sent) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** Asks the gateway's own Redis. */
    private static String redis(Function<RedisAPI, String> question) {
        QuarkusTestResourceLifecycleManager running =
                new QuarkusTestResourceLifecycleManager() {
                    @Override
                    public Map<String, String> start() {
                        return Map.of(
                                "quarkus.redis.hosts", System.getProperty(GatewayFixture.REDIS));
                    }

                    @Override
                    public void stop() {
                        // It goes on for the other tests.
                    }
                };
        try (RedisConnection connection = new RedisConnection(running)) {
            return question.apply(connection.api());
        }
    }
}
