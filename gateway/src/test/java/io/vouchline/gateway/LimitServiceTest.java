package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vouchline.gateway.Upstreams.Mode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LimitFixture.Limited.class)
class LimitServiceTest {

    private static final int BURST = 40;

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
    }

    @Test
    void aClientThatAsksTooOftenWaitsInDialogflowsFormWhileOthersComeIn() {
        Response refused = exhaust("dialogflow", LimitServiceTest::dialogflow);
        refused.then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("error.code", is(429))
                .body("account_count", nullValue());
        dialogflow("other").then().statusCode(200);
    }

    @Test
    void eachDialectHasABucketOfItsOwn() {
        Response refused = exhaust("both", LimitServiceTest::dialogflow);
        assertEquals(429, refused.statusCode());
        telavox("both").then().statusCode(200);
    }

    @Test
    void aClientThatAsksTooOftenWaitsInTelavoxForm() {
        exhaust("telavox", LimitServiceTest::telavox)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("$", aMapWithSize(3))
                .body("outcome", is("error"));
    }

    @Test
    void aClientThatAsksTooOftenWaitsInTelesignForm() {
        exhaust("telesign", LimitServiceTest::telesign)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("errors.code", contains(-40007))
                .body("status.code", is(500));
    }

    @Test
    void whatIsRefusedReachesNoService() {
        Upstreams.forget();
        long served =
                burst("counted", client -> dialogflow(client, "6502530005")).stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .count();
        assertTrue(served < BURST, "nothing was refused");
        assertEquals(
                served,
                Upstreams.bodies("/v1/accounts/summary").stream()
                        .filter(body -> body.contains("+16502530005"))
                        .count());
    }

    @Test
    void tooManyHeaderFieldsAreRefusedInTheDialectsForm() {
        RequestSpecification request = given().header("X-API-Key", LimitFixture.key("other"));
        for (int i = 0; i < 120; i++) {
            request.header("X-Filler-" + i, "x");
        }
        request.queryParam("phone_number", "6502530000")
                .get("/dialogflow/telephony_verification")
                .then()
                .statusCode(400)
                .body("error.message", is("A request has at most 100 header fields."));
    }

    @Test
    void aBodyThatDripsInIsAnsweredInTheDialectsFormAndTheConnectionClosed() throws IOException {
        String head =
                """
                POST /dialogflow/send_otp HTTP/1.1\r
                Host: localhost\r
                X-API-Key: %s\r
                Content-Type: application/json\r
                Content-Length: 100\r
                \r
                {"phone_number\
                """
                        .formatted(LimitFixture.key("other"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("\"message\":\"The body did not arrive in time.\""), answer);
            assertTrue(answer.contains("\"generated_otp\":null"), answer);
            assertTrue(answer.contains("cache-control: no-store"), answer);
        }
    }

    /** The first refusal of many requests at once: on a slow machine those in turn may all pass. */
    private static Response exhaust(String client, Function<String, Response> ask) {
        return burst(client, ask).stream()
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was refused"));
    }

    private static List<Response> burst(String client, Function<String, Response> ask) {
        Callable<Response> one = () -> ask.apply(client);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(BURST, one)).stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Response dialogflow(String client) {
        return dialogflow(client, "6502530000");
    }

    private static Response dialogflow(String client, String number) {
        return given().header("X-API-Key", LimitFixture.key(client))
                .queryParam("phone_number", number)
                .get("/dialogflow/telephony_verification");
    }

    private static Response telavox(String client) {
        return given().header("X-API-Key", LimitFixture.key(client))
                .queryParam("phoneNumber", "+16502530000")
                .get("/telavox/customer");
    }

    private static Response telesign(String client) {
        return given().header("X-API-Key", LimitFixture.key(client))
                .formParam("phone_number", "16502530000")
                .post("/v1/verify/call");
    }
}
