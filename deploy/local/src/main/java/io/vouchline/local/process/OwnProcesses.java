package io.vouchline.local.process;

import io.vouchline.local.file.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes that this fleet has started, written to a file, so that those of a fleet that was
 * killed can be ended by the next start. A process counts as the fleet's own only while its command
 * line names the fleet's folder: after a reboot its number may belong to anyone.
 */
public final class OwnProcesses {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Path state;

    private OwnProcesses(Path state) {
        this.state = state;
    }

    /** The processes of the fleet that keeps its files in this folder. */
    public static OwnProcesses of(Path state) {
        return new OwnProcesses(state);
    }

    /** Remembers the process whose number a server has written to its own file. */
    public ProcessHandle record(Path pidFile) throws IOException {
        ProcessHandle process =
                ownerOf(pidFile).orElseThrow(() -> new IOException("it ended at once"));
        record(process);
        return process;
    }

    /** Remembers a process. */
    public void record(ProcessHandle process) {
        try {
            Files.writeString(
                    list(),
                    process.pid() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what a killed fleet has left behind, and tells how many processes that were. */
    public int endLeftovers() {
        List<ProcessHandle> leftovers = numbers(list()).flatMap(this::own).toList();
        leftovers.forEach(OwnProcesses::end);
        forget();
        return leftovers.size();
    }

    /** After a clean end there is nothing to remember. */
    public void forget() {
        PrivateFiles.remove(list());
    }

    /**
     * Ends the process that a server's file names, and removes the file: it would keep the next
     * server from starting.
     */
    public void clear(Path pidFile) {
        ownerOf(pidFile).ifPresent(OwnProcesses::end);
        PrivateFiles.remove(pidFile);
    }

    /** Asks a process to end, and ends it when it does not. */
    public static void end(ProcessHandle process) {
        var _ = process.destroy();
        Instant limit = Instant.now().plus(PATIENCE);
        try {
            // Not onExit(): for a process that is not our child that looks every few seconds only.
            while (runs(process) && Instant.now().isBefore(limit)) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (runs(process)) {
            var _ = process.destroyForcibly();
        }
    }

    /** A process that has ended but whom init has not buried yet has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private Path list() {
        return state.resolve("processes");
    }

    private Optional<ProcessHandle> ownerOf(Path pidFile) {
        // Servers write more behind the number.
        return numbers(pidFile).limit(1).flatMap(this::own).findFirst();
    }

    private Stream<ProcessHandle> own(long pid) {
        return ProcessHandle.of(pid).filter(this::isOwn).stream();
    }

    private boolean isOwn(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        // A daemon may have rewritten its arguments, not the path it runs from.
        String command = info.command().orElse("") + " " + info.commandLine().orElse("");
        return runs(process) && command.contains(state.toString());
    }

    private static Stream<Long> numbers(Path file) {
        if (Files.notExists(file)) {
            return Stream.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
