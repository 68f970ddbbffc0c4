package io.vouchline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    private record Result(int exitCode, String output) {}

    @TempDir private Path project;

    @BeforeEach
    void copyScripts() throws IOException {
        Files.createDirectories(project.resolve("deploy/local"));
        for (String script : List.of("up", "down", "outbox", "running.sh", "building.sh")) {
            Files.copy(Path.of(script), copy(script));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "up, --fast, [--detach]",
        "up, --detach --detach, [--detach]",
        "down, now, ''",
        "outbox, -f, [--follow]",
    })
    void unknownArgumentsAreAnsweredWithTheUsage(String script, String arguments, String usage)
            throws Exception {
        Result result = run(script, arguments.split(" "));

        assertEquals(2, result.exitCode());
        assertEquals(
                ("usage: deploy/local/" + script + " " + usage).strip() + "\n", result.output());
    }

    @Test
    void downSaysSoWhenNoFleetRuns() throws Exception {
        assertEquals(new Result(0, "vouchline: no fleet runs here\n"), run("down"));
    }

    @Test
    void downLeavesAStrangerAloneWhoHasGotTheNumberOfTheLauncher() throws Exception {
        Path state = Files.createDirectories(project.resolve("deploy/local/target/fleet"));
        Files.writeString(state.resolve("fleet.pid"), ProcessHandle.current().pid() + "\n");

        assertEquals(new Result(0, "vouchline: no fleet runs here\n"), run("down"));
    }

    @Test
    void theOutboxIsPrintedAsItIs() throws Exception {
        Path target = Files.createDirectories(project.resolve("deploy/local/target"));
        Files.writeString(target.resolve("outbox.jsonl"), "{\"to\":\"a\"}\n{\"to\":\"b\"}\n");

        assertEquals(new Result(0, "{\"to\":\"a\"}\n{\"to\":\"b\"}\n"), run("outbox"));
    }

    @Test
    void anOutboxThatIsNotThereYetIsNoError() throws Exception {
        Result result = run("outbox");

        assertEquals(0, result.exitCode());
        assertTrue(
                result.output().startsWith("vouchline: no message has been sent yet"),
                result.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../mvnw", "import", "generate", "approve"})
    void theBlockThatFindsAJdkIsTheSameInAllScripts(String script) throws IOException {
        String up = Files.readString(Path.of("up"));
        String block = up.substring(up.indexOf('\n') + 1, up.indexOf("find_jdk_25 || exit 1\n"));

        assertTrue(block.contains("find_jdk_25() {"));
        assertTrue(Files.readString(Path.of(script)).contains(block));
    }

    private Result run(String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", copy(script).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output);
    }

    private Path copy(String script) {
        return project.resolve("deploy/local").resolve(script);
    }
}
