package io.vouchline.lookup;

import static io.vouchline.lookup.LookupCalls.as;
import static io.vouchline.lookup.LookupCalls.askByNumber;
import static io.vouchline.lookup.LookupCalls.customer;
import static io.vouchline.lookup.LookupCalls.load;
import static io.vouchline.lookup.LookupCalls.problem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Requirement;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A database that is slow, stuck or gone. */
@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class OutageServiceTest {

    private static final String NUMBER = "+16502530600";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject Database database;

    @Test
    @Requirement(42)
    void aStuckDatabaseIsToldInsideTheDeadlineAndComesBackWithoutRestart() throws Exception {
        load("outage-bank", customer("a", NUMBER));
        long server = database.process();
        signal("STOP", server);
        try {
            Instant before = Instant.now();
            problem(503, question("1500")).header("Retry-After", is("2"));
            assertTrue(
                    Duration.between(before, Instant.now()).compareTo(Duration.ofSeconds(10)) < 0,
                    "the caller's deadline, not the statement's, ends the wait");
            problem(503, stuck(Scope.WIDGETS_READ).get("/v1/widgets"));
            problem(
                    503,
                    stuck(Scope.CONTACT_CHANGES_TELL)
                            .body("{\"most\":1,\"lease_seconds\":60}")
                            .post("/v1/contact-changes/claim"));
            problem(
                    503,
                    stuck(Scope.CUSTOMERS_ERASE)
                            .body("{\"id\":\"a\"}")
                            .post("/v1/customers/erase"));
            assertEquals(
                    200,
                    io.restassured.RestAssured.get(Ports.management("/q/health/ready"))
                            .statusCode());
        } finally {
            signal("CONT", server);
        }
        awaitAnswer();
    }

    @Test
    void lostConnectionsAreReplaced() throws Exception {
        load("outage-bank", customer("a", NUMBER));
        String _ =
                database.value(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'
                        """);
        awaitAnswer();
        askByNumber("outage-bank", "customers/find", NUMBER).body("outcome", is("SINGLE"));
    }

    /** Whatever is answered meanwhile, it is never "unknown". */
    private static void awaitAnswer() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Response answer = question("4000");
            if (answer.statusCode() == 200) {
                answer.then().body("outcome", is("SINGLE"));
                return;
            }
            problem(503, answer);
            assertTrue(Instant.now().isBefore(end), "it must come back");
            Thread.sleep(50);
        }
    }

    private static RequestSpecification stuck(String scope) {
        return as("outage-bank", scope).header("Vouchline-Remaining-Millis", "500");
    }

    private static Response question(String millis) {
        return as("outage-bank", Scope.CUSTOMERS_READ)
                .header("Vouchline-Remaining-Millis", millis)
                .body("{\"number\":\"" + NUMBER + "\"}")
                .post("/v1/customers/find");
    }

    /** To the server and all its processes. */
    private static void signal(String signal, long server)
            throws IOException, InterruptedException {
        String[] processes =
                Stream.concat(
                                Stream.of(server),
                                ProcessHandle.of(server)
                                        .orElseThrow()
                                        .descendants()
                                        .map(ProcessHandle::pid))
                        .map(String::valueOf)
                        .toArray(String[]::new);
        int code =
                new ProcessBuilder(
                                Stream.concat(Stream.of("kill", "-" + signal), Stream.of(processes))
                                        .toList())
                        .start()
                        .waitFor();
        assertEquals(0, code);
    }
}
