package io.vouchline.lookup;

import static io.vouchline.lookup.LookupCalls.NDJSON;
import static io.vouchline.lookup.LookupCalls.as;
import static io.vouchline.lookup.LookupCalls.customer;
import static io.vouchline.lookup.LookupCalls.load;
import static io.vouchline.lookup.LookupCalls.loading;
import static io.vouchline.lookup.LookupCalls.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Loads while they run, told by a client that sends when the test wants it to. */
@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class RunningLoadServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aLoadTellsHowFarItIsAndKeepsOthersOfItsTenantOut() throws Exception {
        try (Sender sender = new Sender("slow-bank", "slow")) {
            for (int i = 0; i < 1_500; i++) {
                sender.send(customer("c" + i, "+16502530300"));
            }
            awaitJob("slow-bank", "slow", "lines", 1_000);
            job("slow-bank", "slow").then().body("state", is("RUNNING")).body("created", is(1_000));
            problem(
                    409,
                    loading("slow-bank", NDJSON)
                            .body(customer("other", "+16502530301"))
                            .post("/v1/customers:import"));
            load("quick-bank", customer("other", "+16502530301")).body("created", is(1));
            sender.end();
            assertTrue(sender.answer().startsWith("HTTP/1.1 200"));
        }
        job("slow-bank", "slow").then().body("state", is("SUCCEEDED")).body("created", is(1_500));
        load("slow-bank", customer("other", "+16502530301")).body("created", is(1));
    }

    @Test
    void aLoadWhoseSenderIsLostEndsAndMayBeSentAgain() throws Exception {
        try (Sender sender = new Sender("lost-bank", "lost")) {
            for (int i = 0; i < 1_100; i++) {
                sender.send(customer("c" + i, "+16502530300"));
            }
            awaitJob("lost-bank", "lost", "lines", 1_000);
        }
        awaitJob("lost-bank", "lost", "state", "FAILED");
        loading("lost-bank", NDJSON)
                .header("Idempotency-Key", "lost")
                .body(customer("c0", "+16502530300") + customer("new", "+16502530300"))
                .post("/v1/customers:import")
                .then()
                .statusCode(200)
                .body("state", is("SUCCEEDED"))
                .body("unchanged", is(1))
                .body("created", is(1));
    }

    private static Response job(String tenant, String id) {
        return as(tenant, Scope.CUSTOMERS_IMPORT).get("/v1/imports/" + id);
    }

    private static void awaitJob(String tenant, String id, String field, Object value)
            throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Response job = job(tenant, id);
            if (job.statusCode() == 200 && value.equals(job.path(field))) {
                return;
            }
            Thread.sleep(20);
        }
        fail(field + " never became " + value);
    }

    @Test
    void aBodyWithoutADeclaredLengthIsLimitedWhereItIsNoLoad() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    head("/v1/customers/find", "application/json", Scope.CUSTOMERS_READ)
                            .getBytes(UTF_8));
            String piece = "1".repeat(0x4000);
            try {
                for (int i = 0; i < 200; i++) {
                    out.write(("4000\r\n" + piece + "\r\n").getBytes(UTF_8));
                }
                out.write("0\r\n\r\n".getBytes(UTF_8));
                out.flush();
            } catch (IOException e) {
                // The service may hang up before it has read all.
            }
            assertEquals("HTTP/1.1 413", new String(socket.getInputStream().readNBytes(12), UTF_8));
        }
    }

    private static String head(String path, String type, String scope) {
        return """
               POST %s HTTP/1.1
               Host: localhost
               Authorization: Bearer %s
               Content-Type: %s
               Transfer-Encoding: chunked

               """
                .formatted(
                        path, Tokens.token(Audience.LOOKUP, "slow-bank", "operator", scope), type)
                .replace("\n", "\r\n");
    }

    /** A client that sends its load in pieces. */
    private static final class Sender implements AutoCloseable {

        private final Socket socket;

        Sender(String tenant, String key) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            String token =
                    Tokens.token(Audience.LOOKUP, tenant, "operator", Scope.CUSTOMERS_IMPORT);
            write(
                    """
                    POST /v1/customers:import HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: application/x-ndjson
                    Idempotency-Key: %s
                    Transfer-Encoding: chunked

                    """
                            .formatted(token, key)
                            .replace("\n", "\r\n"));
        }

        void send(String text) throws IOException {
            write(Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
        }

        void end() throws IOException {
            write("0\r\n\r\n");
        }

        String answer() throws IOException {
            return new String(socket.getInputStream().readNBytes(12), UTF_8);
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
