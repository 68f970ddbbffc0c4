package io.vouchline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.key.DemoCredentials;
import io.vouchline.local.process.Member;
import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.StopRequest;
import io.vouchline.local.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);
    private final Terminal terminal = new Terminal(out, out);

    @TempDir private Path project;
    private FleetSettings settings;

    @BeforeEach
    void build() throws IOException {
        for (Member member : Member.values()) {
            StandIn.build(
                    project.resolve(member.folder()).resolve("target/quarkus-app/quarkus-run.jar"));
        }
        settings = FleetSettings.apart(project, project.resolve("files"));
    }

    @Test
    void aFleetTellsWhereItIsWhileItIsReadyAndKeepsItsKeysForTheNextStart() throws Exception {
        DemoCredentials first;
        try (Fleet fleet = Fleet.start(settings, terminal, new StopRequest())) {
            first = fleet.credentials();
            assertPublished(fleet);
            assertTellsItsProgress();
            assertNoSecondFleet();
        }
        assertFalse(Files.exists(settings.environment()));
        assertFalse(Files.exists(settings.state().resolve("fleet.pid")));
        assertFalse(Files.exists(settings.state().resolve("processes")));

        try (Fleet fleet = Fleet.start(settings, terminal, new StopRequest())) {
            assertEquals(first, fleet.credentials());
            assertDeathIsNamed(fleet);
        }
    }

    private void assertPublished(Fleet fleet) throws IOException {
        Path file = settings.environment();
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                """
                VOUCHLINE_GATEWAY_URL=%s
                VOUCHLINE_LOOKUP_URL=%s
                VOUCHLINE_POSTGRES_URL=%s
                VOUCHLINE_REDIS_URL=%s
                VOUCHLINE_DEMO_API_KEY=%s
                VOUCHLINE_DEMO_DOCUMENT_API_KEY=%s
                VOUCHLINE_DEMO_CUSTOMER_ID=12345678-9ABC-DEF0-1234-56789ABCDEF0
                VOUCHLINE_DEMO_CUSTOMER_KEY=Uak4fcLTTH/Tv8c/Q6QMwl5t4ck=
                VOUCHLINE_DEMO_BLOCKED_CUSTOMER_ID=0FEDCBA9-8765-4321-0FED-CBA987654321
                VOUCHLINE_DEMO_BLOCKED_CUSTOMER_KEY=%s
                VOUCHLINE_DEMO_APP_SECRET=%s
                """
                        .formatted(
                                fleet.gatewayUrl(),
                                fleet.url(Member.LOOKUP),
                                fleet.postgresUrl(),
                                fleet.redisUrl(),
                                fleet.credentials().apiKey(),
                                fleet.credentials().documentApiKey(),
                                fleet.credentials().blockedCustomerKey(),
                                fleet.credentials().appSecret()),
                Files.readString(file));
    }

    private void assertTellsItsProgress() {
        for (Member member : Member.values()) {
            assertTrue(
                    printed.toString(UTF_8)
                            .contains("[%s] a stand-in starts".formatted(member.label())));
            assertTrue(
                    printed.toString(UTF_8)
                            .contains("vouchline %-14s ready after".formatted(member.folder())));
        }
        assertTrue(printed.toString(UTF_8).contains("vouchline 8 demo customers are loaded"));
    }

    private void assertNoSecondFleet() {
        assertEquals(
                "A fleet already runs in %s (process %d): use that one, or stop it with deploy/local/down."
                        .formatted(settings.state(), ProcessHandle.current().pid()),
                failure());
    }

    private static void assertDeathIsNamed(Fleet fleet) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest last =
                    HttpRequest.newBuilder(URI.create(fleet.url(Member.OTP) + "/die")).build();
            assertThrows(IOException.class, () -> http.send(last, BodyHandlers.discarding()));
        }

        assertEquals(
                "The otp-service has ended by itself with exit code 7: its last lines above tell why.",
                fleet.awaitDeath().sentence());
    }

    @Test
    void aServiceThatDoesNotStartStopsTheOthers() throws IOException {
        Files.writeString(Member.RISK.jar(project), "not a jar");

        assertEquals(
                "The risk-service has ended by itself with exit code 1: its last lines above tell why.",
                failure());

        assertTrue(printed.toString(UTF_8).contains("[risk] Error: Invalid or corrupt jarfile"));
        assertFalse(Files.exists(settings.environment()));
        assertFalse(Files.exists(settings.state().resolve("fleet.pid")));
    }

    @Test
    void aServiceThatHasNotBeenBuiltIsNamed() throws IOException {
        Path jar = Member.LOOKUP.jar(project);
        Files.delete(jar);

        assertEquals(
                jar
                        + " is missing: build the lookup-service first, with deploy/local/up or ./mvnw -DskipTests package.",
                failure());
    }

    @Test
    void whoAsksForTheEndWhileItStartsGetsIt() {
        StopRequest stop = new StopRequest();
        stop.make();

        assertThrows(InterruptedException.class, () -> Fleet.start(settings, terminal, stop));

        assertFalse(Files.exists(settings.state().resolve("fleet.pid")));
    }

    private String failure() {
        return assertThrows(
                        StartFailure.class,
                        () -> Fleet.start(settings, terminal, new StopRequest()).close())
                .sentence();
    }
}
