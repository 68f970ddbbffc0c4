package io.vouchline.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a second fleet out of a folder; the system takes the lock away from a launcher that was
 * killed.
 */
final class FleetLock implements AutoCloseable {

    private final FileChannel channel;
    private final Path pidFile;

    private FleetLock(FileChannel channel, Path pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /** Takes the folder, and writes there whom {@code deploy/local/down} has to stop. */
    static FleetLock take(Path state) {
        Path pidFile = state.resolve("fleet.pid");
        try {
            FileChannel channel = FileChannel.open(state.resolve("fleet.lock"), CREATE, WRITE);
            if (!isTaken(channel)) {
                channel.close();
                throw new StartFailure(
                        "A fleet already runs in %s (process %s): use that one, or stop it with deploy/local/down."
                                .formatted(
                                        state,
                                        Files.exists(pidFile)
                                                ? PrivateFiles.read(pidFile)
                                                : "unknown"));
            }
            PrivateFiles.write(pidFile, ProcessHandle.current().pid() + "\n");
            return new FleetLock(channel, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        PrivateFiles.remove(pidFile);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
