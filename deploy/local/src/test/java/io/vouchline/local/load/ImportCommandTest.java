package io.vouchline.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.vouchline.local.FleetSettings;
import io.vouchline.local.RunningFleet;
import io.vouchline.local.load.FakeLookup.Answer;
import io.vouchline.local.load.FakeLookup.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir private Path folder;
    private FleetSettings settings;
    private FakeLookup lookup;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        settings = FleetSettings.apart(folder, folder);
        lookup = FakeLookup.start(settings);
        file = Files.writeString(folder.resolve("customers.ndjson"), "{\"id\":\"a\"}\n");
    }

    @AfterEach
    void stop() {
        lookup.close();
    }

    @Test
    void aFileIsPostedWithItsLengthAndATokenForJustThat() throws Exception {
        assertEquals(0, run(file.toString(), "--full", "--key", "k1", "--tenant", "other-bank"));

        Asked post = posts().getFirst();
        assertEquals("/v1/customers:import?mode=full", post.uri().toString());
        assertEquals("application/x-ndjson", post.contentType());
        assertEquals("11", post.length());
        assertEquals("k1", post.key());
        JwtClaims claims = verified(post.authorization());
        assertEquals("other-bank", claims.getStringClaimValue("tenant"));
        assertEquals("local-fleet", claims.getStringClaimValue("client"));
        assertEquals("customers:import", claims.getStringClaimValue("scope"));
        assertTrue(printed(out).startsWith("customers.ndjson: loaded, 1 lines in "), printed(out));
        assertEquals("", printed(errors));
    }

    private JwtClaims verified(String authorization) throws Exception {
        String published = Files.readString(settings.state().resolve("keys/internal.jwks"));
        return new JwtConsumerBuilder()
                .setExpectedType(true, "vouchline-internal+jwt")
                .setExpectedIssuer("vouchline-gateway")
                .setExpectedAudience("lookup-service")
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(
                                new JsonWebKeySet(published).getJsonWebKeys()))
                .build()
                .processToClaims(authorization.replaceFirst("^Bearer ", ""));
    }

    @Test
    void csvIsToldByTheNameOfTheFile() throws IOException {
        Path csv = Files.writeString(folder.resolve("Customers.CSV"), "id,name\r\na,b\r\n");

        assertEquals(0, run(csv.toString()));

        assertEquals("text/csv", posts().getFirst().contentType());
    }

    @Test
    void rejectedLinesAreShownAndMakeTheDifference() {
        lookup.load = new Answer(200, FakeLookup.job("SUCCEEDED", 300, 250, ""));

        assertEquals(1, run(file.toString(), "--key", "k1"));

        assertTrue(printed(out).contains("\nline 20, name: must not be blank\n20 of 250 errors"));
        assertFalse(printed(out).contains("line 21,"));
    }

    @ParameterizedTest
    @CsvSource({"SUCCEEDED, 0", "REMOVAL_REFUSED, 1", "FAILED, 3", "INTERRUPTED, 3"})
    void theExitCodeTellsHowItEnded(String state, int exitCode) {
        lookup.load = new Answer(200, FakeLookup.job(state, 1, 0, "a reason"));

        assertEquals(exitCode, run(file.toString()));

        assertTrue(printed(out).contains("The lookup-service says: a reason"), printed(out));
    }

    @Test
    void anImportThatSomebodyElseBeganIsWaitedFor() {
        lookup.load = new Answer(200, FakeLookup.job("RUNNING", 1, 0, ""));
        lookup.job = new Answer(200, FakeLookup.job("SUCCEEDED", 9, 0, ""));

        assertEquals(0, run(file.toString(), "--key", "k1"));

        assertTrue(printed(out).contains("loaded, 9 lines"), printed(out));
    }

    @Test
    void meanwhileItsCountersAreAskedForWithAFreshToken() throws Exception {
        CountDownLatch looks = new CountDownLatch(1);
        lookup.reading =
                body -> {
                    body.readAllBytes();
                    lookup.job = new Answer(200, FakeLookup.job("RUNNING", 4_711, 3, ""));
                    awaitQuietly(looks);
                };
        Thread load = Thread.ofPlatform().start(() -> run(120, file.toString(), "--key", "k1"));
        while (!printed(errors).contains("4,711 lines, 3 rejected, all sent")) {
            assertTrue(load.isAlive(), printed(errors));
            Thread.sleep(50);
        }
        looks.countDown();
        load.join();

        List<Asked> gets = lookup.asked().stream().filter(a -> a.method().equals("GET")).toList();
        assertEquals("/v1/imports/k1", gets.getLast().uri().toString());
        assertEquals(gets.size(), gets.stream().map(Asked::authorization).distinct().count());
        assertTrue(printed(errors).contains("\r[#"), printed(errors));
        assertTrue(printed(errors).endsWith("\n"));
    }

    @Test
    void nothingIsReadAheadOfALookupServiceThatIsBusy() throws Exception {
        Path large = folder.resolve("large.ndjson");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(50_000_000);
        }
        CountDownLatch busy = new CountDownLatch(1);
        FakeLookup.Reading drain = lookup.reading;
        lookup.reading =
                body -> {
                    awaitQuietly(busy);
                    drain.read(body);
                };
        CustomerFile opened = CustomerFile.open(large);
        CountedBody body = new CountedBody(opened);
        ImportOrder.Load order =
                (ImportOrder.Load) ImportArguments.parse(List.of(large.toString()));
        try (var http = HttpClient.newHttpClient()) {
            var sending =
                    new LookupDoor(RunningFleet.find(settings), order, http)
                            .load(order, opened, body);
            Thread.sleep(700);
            // What fits into the sockets' buffers on both sides.
            assertTrue(body.sent() < 15_000_000, body.sent() + " bytes");
            busy.countDown();

            assertEquals(200, sending.get().statusCode());
        }
        assertEquals(50_000_000, body.sent());
        assertEquals(50_000_000, lookup.received());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | mend what it names, in the file or the command, and repeat it.",
                "401 | it does not know this fleet's key; restart the fleet",
                "403 | this tenant may not be loaded; name another with --tenant.",
                "409 | wait until the other import has ended and repeat the command;",
                "413 | split the file, or the line that is too long.",
                "415 | it takes one JSON object a line, or CSV from a file whose name ends in .csv.",
                "422 | mend what it names,",
                "503 | its database is away or busy; repeat the command in a minute,",
                "500 | its lines in the fleet's log tell more.",
            })
    void aRefusalIsToldWithItsReasonAndARemedy(int status, String remedy) {
        lookup.load = new Answer(status, "{\"title\":\"A title\",\"detail\":\"The details.\"}");

        assertEquals(3, run(file.toString()));

        assertTrue(
                printed(errors)
                        .startsWith(
                                "vouchline failed: The lookup-service refuses (%d, A title: The details): %s"
                                        .formatted(status, remedy)),
                printed(errors));
    }

    @Test
    void aRefusalAtTheDoorIsToldBeforeAnythingIsSent() {
        lookup.job = new Answer(401, "{\"title\":\"Unauthorized\"}");

        assertEquals(3, run(file.toString()));

        assertTrue(printed(errors).contains("refuses (401, Unauthorized)"), printed(errors));
        assertEquals(List.of(), posts());
    }

    @Test
    void anAnswerThatIsNoImportIsNotTakenForOne() {
        lookup.load = new Answer(200, "<html>hello</html>");

        assertEquals(3, run(file.toString()));

        assertEquals(
                "vouchline failed: What answers is no lookup-service that knows imports (200, <html>hello</html>): restart the fleet with deploy/local/down and deploy/local/up.\n",
                printed(errors));
    }

    @Test
    void aConnectionThatBreaksTellsHowFarItGotAndHowToGoOn() {
        lookup.reading =
                body -> {
                    throw new IOException("the service dies");
                };

        assertEquals(3, run(file.toString(), "--key", "k1"));

        assertTrue(
                printed(errors)
                        .matches(
                                "vouchline failed: The connection to the lookup-service broke after 11 of 11 B \\(.+\\): see whether the fleet still runs and no other import of demo-bank is under way, then load the file again; what was sent so far may have gone in, and --key k1 may be used again with the same file\\.\n"),
                printed(errors));
    }

    @Test
    void aFileThatChangesMeanwhileIsNamed() throws Exception {
        lookup.reading =
                body -> {
                    Files.writeString(file, "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
                    throw new IOException("the length is wrong");
                };

        assertEquals(3, run(file.toString()));

        assertTrue(
                printed(errors)
                        .startsWith(
                                "vouchline failed: The file %s changed while it was sent:"
                                        .formatted(file)),
                printed(errors));
    }

    @Test
    void aFleetThatIsGoneIsToldByItsAddress() {
        lookup.close();

        assertEquals(3, run(file.toString()));

        assertTrue(
                printed(errors)
                        .matches(
                                "vouchline failed: The lookup-service does not answer on %s \\(nobody listens there\\): see whether the fleet still runs, and start it with deploy/local/up if not\\.\n"
                                        .formatted(lookup.url())),
                printed(errors));
    }

    @Test
    void withoutAFleetTheWayToOneIsTold() throws IOException {
        Files.delete(settings.environment());

        assertFailure(
                "No fleet is ready here (%s is not there): start one with deploy/local/up."
                        .formatted(settings.environment()),
                file);
    }

    @Test
    void anOlderFleetIsToBeRestarted() throws IOException {
        Files.writeString(settings.environment(), "VOUCHLINE_GATEWAY_URL=http://127.0.0.1:1\n");

        assertFailure(
                "The fleet that runs here is older than this command (%s names no lookup-service): restart it with deploy/local/down and deploy/local/up."
                        .formatted(settings.environment()),
                file);
    }

    @Test
    void aFileThatCannotBeLoadedIsNamedWithTheReason() throws IOException {
        Path missing = folder.resolve("nobody.ndjson");
        assertFailure(
                "There is no file %s: check the name and the folder you are in (%s)."
                        .formatted(missing, Path.of("").toAbsolutePath()),
                missing);
        assertFailure(
                "%s is a folder: name one file of customers in it.".formatted(folder), folder);
        Path empty = Files.createFile(folder.resolve("empty.ndjson"));
        assertFailure(
                "The file %s is empty: it should hold one customer a line; deploy/local/generate makes some."
                        .formatted(empty),
                empty);
        Path device = Path.of("/dev/null");
        assertFailure(
                "%s is no ordinary file, so its length is not known: write its content into one first."
                        .formatted(device),
                device);
    }

    @Test
    void aFileThatNobodyMayReadIsNamed() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assumeFalse(Files.isReadable(file), "root reads everything");

        assertFailure(
                "Cannot read the file %s as user %s (no permission): give that user read permission."
                        .formatted(file, System.getProperty("user.name")),
                file);
    }

    private void assertFailure(String sentence, Path path) {
        errors.reset();
        assertEquals(3, run(path.toString()));
        assertEquals("vouchline failed: " + sentence + "\n", printed(errors));
    }

    @Test
    void aWrongCommandIsAnsweredWithTheUsage() {
        assertEquals(2, run("--fast"));

        assertEquals(
                """
                vouchline: there is no option --fast
                usage: deploy/local/import FILE [--full] [--force] [--rewrite] [--dry-run] [--tenant T] [--key K]
                       deploy/local/import --errors --key K [--tenant T]
                """,
                printed(errors));
    }

    @Test
    void allErrorsAreAskedForPageByPage() {
        lookup.errors =
                List.of(
                        new Answer(200, errorsOf(FakeLookup.error(3), FakeLookup.error(5))),
                        new Answer(200, errorsOf(FakeLookup.error(8))),
                        new Answer(200, errorsOf()));

        assertEquals(0, run("--errors", "--key", "k1"));

        assertEquals(
                """
                line 3, name: must not be blank
                line 5, name: must not be blank
                line 8, name: must not be blank
                """,
                printed(out));
        assertEquals("vouchline: the import k1 has 3 errors\n", printed(errors));
        assertEquals(
                List.of(
                        "/v1/imports/k1/errors?after=0",
                        "/v1/imports/k1/errors?after=5",
                        "/v1/imports/k1/errors?after=8"),
                lookup.asked().stream().map(each -> each.uri().toString()).toList());
    }

    @Test
    void anImportThatNobodyKnowsHasNoErrorsToShow() {
        lookup.errors = List.of(FakeLookup.NOT_FOUND);

        assertEquals(3, run("--errors", "--key", "k1"));

        assertEquals(
                "vouchline failed: The lookup-service knows no import k1 of demo-bank: check --key and --tenant.\n",
                printed(errors));
    }

    private static String errorsOf(String... errors) {
        return "{\"errors\":[" + String.join(",", errors) + "]}";
    }

    private List<Asked> posts() {
        return lookup.asked().stream().filter(each -> each.method().equals("POST")).toList();
    }

    private int run(String... arguments) {
        return run(0, arguments);
    }

    private int run(int columns, String... arguments) {
        ImportCommand command =
                new ImportCommand(
                        settings,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(errors, true, UTF_8),
                        columns,
                        LastWords.unheard());
        return command.run(List.of(arguments));
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }
}
