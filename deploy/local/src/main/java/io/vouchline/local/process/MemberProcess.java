package io.vouchline.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One service that runs, with its output on the terminal. */
final class MemberProcess {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Member member;
    private final Process process;
    private final Thread output;

    private MemberProcess(Member member, Process process, Thread output) {
        this.member = member;
        this.process = process;
        this.output = output;
    }

    /** Starts the service; it is not ready yet. */
    static MemberProcess start(Member member, Path jar, Path settings, Terminal terminal) {
        try {
            Process process =
                    new ProcessBuilder(command(member, jar, settings))
                            .redirectErrorStream(true)
                            .start();
            // Not a virtual thread: reading from a pipe would occupy one of the few that carry
            // those.
            Thread output =
                    Thread.ofPlatform()
                            .daemon()
                            .name(member.label())
                            .start(() -> passOn(process, member, terminal));
            return new MemberProcess(member, process, output);
        } catch (IOException e) {
            throw new StartFailure(
                    "The %s cannot be started with %s (%s): check that this JDK is whole."
                            .formatted(member.folder(), java(), StartFailure.reason(e)),
                    e);
        }
    }

    private static List<String> command(Member member, Path jar, Path settings) {
        return List.of(
                java(),
                "-Xmx256m",
                // Four of them share the machine: the smallest collector, and no time spent on
                // optimising twice.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                // A crash report belongs to the fleet's files; and the path tells whose process
                // this is.
                "-XX:ErrorFile=" + settings.resolveSibling(member.label() + "-crash-%p.log"),
                "-Dquarkus.profile=local",
                "-Dquarkus.config.locations=" + settings.toUri(),
                "-jar",
                jar.toString());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void passOn(Process process, Member member, Terminal terminal) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                terminal.passOn(member.label(), line);
            }
        } catch (IOException e) {
            // The pipe broke because the process was killed: there is nothing more to pass on.
        }
    }

    /** Which service this is. */
    Member member() {
        return member;
    }

    /** For the list of what runs. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * What to tell about a service that ended while the fleet wants it. Its last lines are out
     * before.
     */
    StartFailure death() throws InterruptedException {
        boolean allOut = output.join(LAST_WORDS);
        return new StartFailure(
                "The %s has ended by itself with exit code %d: %s."
                        .formatted(
                                member.folder(),
                                process.exitValue(),
                                allOut ? "its last lines above tell why" : "its output tells why"));
    }

    /** Asks the service to end; {@link #awaitStop} waits for it. */
    void requestStop() {
        // Not process.destroy(): that closes the pipe too, and the service's last lines would be
        // lost.
        var _ = handle().destroy();
    }

    /** Waits this long for the service to end, and ends it when it does not. */
    void awaitStop(Duration patience) {
        try {
            if (!process.waitFor(patience)) {
                process.destroyForcibly();
            }
            output.join(LAST_WORDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
