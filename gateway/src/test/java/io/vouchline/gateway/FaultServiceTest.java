package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vouchline.contract.testing.Ports;
import io.vouchline.gateway.Upstreams.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What platforms are told while the services behind fail, with the limits of production. */
@QuarkusTest
@TestProfile(FaultServiceTest.AsInProduction.class)
class FaultServiceTest {

    /** Dialogflow hangs up then. */
    private static final int PATIENCE_MS = 5_000;

    private static final int BREAKER_WINDOW = 20;
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    @BeforeAll
    static void platformsHangUp() {
        RestAssured.config =
                RestAssuredConfig.config()
                        .httpClient(
                                HttpClientConfig.httpClientConfig()
                                        .setParam("http.socket.timeout", PATIENCE_MS));
    }

    @BeforeEach
    void everyServiceIsFoundAgain() {
        Upstreams.are(Mode.FINE);
        await(
                () ->
                        sendOtp().statusCode() == 200
                                && telesign().statusCode() == 200
                                && telavox().statusCode() == 200);
        Upstreams.forget();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SILENT", "RESET", "BROKEN_OFF", "GARBAGE", "BROKEN"})
    void eachDialectIsToldInItsOwnFormBeforeThePlatformHangsUp(Mode mode) {
        Upstreams.are(mode);
        sendOtp()
                .then()
                .statusCode(503)
                .body("generated_otp", nullValue())
                .body("otp_sent", nullValue())
                .body("error.code", is(503));
        telavox()
                .then()
                .statusCode(503)
                .body("found", is(false))
                .body("outcome", is("error"))
                .body("customer", nullValue());
        verifyOtp().then().statusCode(503).body("otp_verified", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISSUE_SILENT", "ISSUE_BROKEN"})
    void telesignIsToldMinus90001WhereNoCodeCanBeIssued(Mode mode) {
        Upstreams.are(mode);
        telesign()
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("errors.code", contains(-90001))
                .body("status.code", is(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISSUE_LATE_ONCE", "RESET_ONCE", "SILENT_ONCE"})
    void whatIsTriedAgainIsTheSameRequestSoThatOneMessageIsSent(Mode mode) {
        Upstreams.are(mode);
        sendOtp().then().statusCode(200).body("otp_sent", is(true));
        List<String> keys =
                Upstreams.bodies(Upstreams.ISSUE).stream()
                        .map(body -> JsonPath.from(body).getString("idempotency.key"))
                        .toList();
        assertEquals(1, keys.stream().distinct().count(), keys::toString);
        assertEquals(mode == Mode.ISSUE_LATE_ONCE ? 2 : 1, keys.size());
    }

    @Test
    void whatWasBegunIsEndedAndRecordedAlsoIfThePlatformHangsUp() throws IOException {
        double before = sent();
        Upstreams.are(Mode.ISSUE_LATE_ONCE);
        try (Socket platform = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            platform.getOutputStream().write(call());
            platform.getOutputStream().flush();
            await(() -> !Upstreams.bodies(Upstreams.ISSUE).isEmpty());
        }
        await(() -> sent() == before + 1);
    }

    private static byte[] call() {
        String credential =
                Base64.getEncoder()
                        .encodeToString(
                                (GatewayFixture.CUSTOMER_ID + ":" + GatewayFixture.CUSTOMER_KEY)
                                        .getBytes(US_ASCII));
        String body = "phone_number=16502530000";
        return """
        POST /v1/verify/call HTTP/1.1\r
        Host: localhost\r
        Authorization: Basic %s\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        %s"""
                .formatted(credential, body.length(), body)
                .getBytes(US_ASCII);
    }

    /** The calls of Telesign's dialect that are recorded as sent. */
    private static double sent() {
        return given().get(Ports.management("/q/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith("vouchline_decisions_total{"))
                .filter(line -> line.contains("dialect=\"telesign\""))
                .filter(line -> line.contains("outcome=\"sent\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void aServiceThatFailsClosesNoOtherServicesDoor() {
        Upstreams.are(Mode.LOOKUP_BROKEN);
        for (int i = 0; i < BREAKER_WINDOW; i++) {
            telavox().then().statusCode(503);
        }
        int before = Upstreams.calls();
        telavox().then().statusCode(503);
        assertEquals(before, Upstreams.calls(), "the breaker of lookup-service is open");
        verifyOtp().then().statusCode(200).body("otp_verified", is(true));
        telesign().then().statusCode(200).body("status.code", is(103));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIMITED", "UNREADABLE", "CONFLICTING", "GARBAGE"})
    void neitherARefusalNorWhatCannotBeReadOpensABreaker(Mode mode) {
        if (mode == Mode.LIMITED) {
            Upstreams.areLimited("7");
        } else {
            Upstreams.are(mode);
        }
        for (int i = 0; i < 2 * BREAKER_WINDOW; i++) {
            var _ = telesign();
        }
        Upstreams.are(Mode.FINE);
        telesign().then().statusCode(200).body("status.code", is(103));
    }

    private static Response sendOtp() {
        return dialogflow("send_otp", Map.of("phone_number", "6502530000", "channel", "mobile"));
    }

    private static Response verifyOtp() {
        return dialogflow("verify_otp", Map.of("phone_number", "6502530000", "otp", "012345"));
    }

    private static Response dialogflow(String webhook, Map<String, String> parameters) {
        return given().header("X-API-Key", GatewayFixture.KEY)
                .contentType(ContentType.JSON)
                .body(parameters)
                .post("/dialogflow/" + webhook);
    }

    private static Response telavox() {
        return given().header("X-API-Key", GatewayFixture.KEY)
                .get("/telavox/customer?accountNumber=1234567890");
    }

    private static Response telesign() {
        return given().auth()
                .preemptive()
                .basic(GatewayFixture.CUSTOMER_ID, GatewayFixture.CUSTOMER_KEY)
                .formParam("phone_number", "16502530000")
                .post("/v1/verify/call");
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(DEADLINE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within " + DEADLINE);
            }
        }
    }

    /** The limits that the README tells. */
    public static final class AsInProduction implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vouchline.upstream.lookup.timeout", "700ms",
                    "vouchline.upstream.otp.timeout", "850ms",
                    "vouchline.upstream.risk.timeout", "300ms");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(GatewayFixture.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
