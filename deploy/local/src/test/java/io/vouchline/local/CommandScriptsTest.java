package io.vouchline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.load.FakeLookup;
import io.vouchline.local.sample.CustomerGenerator;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that start a command of the launcher's jar, with the classes under test in it. */
class CommandScriptsTest {

    private record Result(int exitCode, String output, String errors) {}

    @TempDir private Path project;
    private Path target;

    @BeforeEach
    void copyScripts() throws IOException {
        target = Files.createDirectories(project.resolve("deploy/local/target"));
        Files.createDirectories(project.resolve("deploy/local/src/main"));
        for (String script :
                List.of("import", "generate", "approve", "running.sh", "building.sh", "pom.xml")) {
            Files.copy(Path.of(script), project.resolve("deploy/local").resolve(script));
        }
        Files.copy(Path.of("../../pom.xml"), project.resolve("pom.xml"));
    }

    @Test
    void importNeedsAFleetThatWasBuilt() throws Exception {
        assertEquals(
                new Result(
                        3,
                        "",
                        "vouchline failed: No fleet has been built here: start one with deploy/local/up.\n"),
                run("import", "customers.ndjson"));
    }

    @Test
    void importNeedsAFleetThatIsReady() throws Exception {
        buildJar(target.resolve("local-fleet.jar"));
        Path file = Files.writeString(project.resolve("a b.ndjson"), "{}\n");

        assertEquals(
                new Result(
                        3,
                        "",
                        "vouchline failed: No fleet is ready here (%s is not there): start one with deploy/local/up.\n"
                                .formatted(target.resolve("fleet.env"))),
                run("import", file.toString()));
    }

    @Test
    void aFileThatIsLargerThanTheMemoryIsLoaded() throws Exception {
        buildJar(target.resolve("local-fleet.jar"));
        try (FakeLookup lookup = FakeLookup.start(FleetSettings.standard(project, Map.of()))) {
            Result result = run("import", sparse(100_000_000).toString(), "--key", "k1");

            assertEquals(0, result.exitCode(), result.errors());
            assertEquals(100_000_000, lookup.received());
            assertTrue(
                    result.output().startsWith("customers.ndjson: loaded, 1 lines in "),
                    result.output());
        }
    }

    @Test
    void whoStopsALoadIsToldHowToGoOn() throws Exception {
        buildJar(target.resolve("local-fleet.jar"));
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (FakeLookup lookup = FakeLookup.start(FleetSettings.standard(project, Map.of()))) {
            lookup.reading =
                    body -> {
                        arrived.countDown();
                        awaitQuietly(over);
                    };
            Process process = start("import", sparse(50_000_000).toString(), "--key", "k1");
            arrived.await();
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();

            assertEquals(130, process.waitFor());
            over.countDown();
            String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
            assertTrue(
                    errors.matches(
                            "vouchline: stopped after [0-9.]+ of 50\\.0 MB of .*customers\\.ndjson; what was sent so far may have gone in, and --key k1 may be used again with the same file\\.\n"),
                    errors);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void generateBuildsWhatItNeedsAndKeepsThatOutOfTheCustomers() throws Exception {
        Path prepared = project.resolve("prepared.jar");
        buildJar(prepared);
        Path maven = project.resolve("mvnw");
        Files.writeString(
                maven,
                "#!/bin/sh\necho \"maven: $*\"\ncp prepared.jar deploy/local/target/local-fleet.jar\n");
        assertTrue(maven.toFile().setExecutable(true));

        Result result = run("generate", "2", "--seed", "5");

        CustomerGenerator generator = new CustomerGenerator(5);
        assertEquals(
                new Result(
                        0,
                        generator.line(0) + "\n" + generator.line(1) + "\n",
                        """
                        vouchline builds deploy/local; the first time this takes some minutes
                        maven: -q -DskipTests -Dspotless.check.skip=true -pl deploy/local -am package
                        """),
                result);
        assertEquals("", run("generate", "1").errors());
    }

    @Test
    void generateEndsQuietlyWhenNobodyReadsOn() throws Exception {
        buildJar(target.resolve("local-fleet.jar"));
        Path status = project.resolve("status");
        String pipe =
                "{ sh '%s' 100000000; echo $? >'%s'; } | head -n 1"
                        .formatted(project.resolve("deploy/local/generate"), status);

        Result result = finish(started(List.of("sh", "-c", pipe)));

        assertEquals(new Result(0, new CustomerGenerator(1).line(0) + "\n", ""), result);
        assertEquals("0\n", Files.readString(status));
    }

    @Test
    void approveNeedsAFleetThatWasBuilt() throws Exception {
        assertEquals(
                new Result(
                        3,
                        "",
                        "vouchline failed: No fleet has been built here: start one with deploy/local/up.\n"),
                run("approve", "0".repeat(32), "42"));
    }

    @Test
    void approveNeedsAFleetThatIsReady() throws Exception {
        buildJar(target.resolve("local-fleet.jar"));

        assertEquals(
                new Result(
                        3,
                        "",
                        "vouchline failed: No fleet is ready here (%s is not there): start one with deploy/local/up.\n"
                                .formatted(target.resolve("fleet.env"))),
                run("approve", "0".repeat(32), "42"));
    }

    @Test
    void approveTellsWhatIsWrongWithItsArguments() throws Exception {
        buildJar(target.resolve("local-fleet.jar"));

        assertEquals(
                new Result(
                        2,
                        "",
                        """
                        vouchline: MATCH is two digits, not a b
                        usage: deploy/local/approve REFERENCE MATCH
                               deploy/local/approve REFERENCE --deny
                        """),
                run("approve", "0".repeat(32), "a b"));
    }

    private Path sparse(long size) throws IOException {
        Path file = project.resolve("customers.ndjson");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(size);
        }
        return file;
    }

    /** The launcher's jar, but with what is in it where the tests have it. */
    private static void buildJar(Path jar) throws IOException {
        String classPath =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toUri().toString())
                        .collect(joining(" "));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private Result run(String script, String... arguments) throws Exception {
        return finish(start(script, arguments));
    }

    private static Result finish(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output, errors);
    }

    private Process start(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("sh");
        command.add(project.resolve("deploy/local").resolve(script).toString());
        command.addAll(List.of(arguments));
        return started(command);
    }

    private static Process started(List<String> command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process.start();
    }
}
