package io.vouchline.local.store;

import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.process.OwnProcesses;
import io.vouchline.local.process.PortPlan;
import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis of the fleet's own, on loopback, that keeps what it is told in a folder. It runs as a
 * daemon: Ctrl-C in the terminal would otherwise reach it together with the services that still
 * need it.
 */
final class LocalRedis implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final RedisAddress address;
    private final ProcessHandle daemon;

    private LocalRedis(RedisAddress address, ProcessHandle daemon) {
        this.address = address;
        this.daemon = daemon;
    }

    static LocalRedis start(Path state, OwnProcesses processes) throws InterruptedException {
        Path folder = PrivateFiles.folder(state.resolve("redis"));
        RedisAddress address = RedisAddress.onLoopback(PortPlan.freePort());
        Path pidFile = folder.resolve("redis.pid");
        try {
            processes.clear(pidFile);
            Files.deleteIfExists(log(folder));
            Path config = folder.resolve("redis.conf");
            PrivateFiles.write(config, settings(folder, address.port()));
            launch(executable(state), config, folder);
            await(address);
            ProcessHandle daemon = processes.record(pidFile);
            return new LocalRedis(address, daemon);
        } catch (IOException | RuntimeException e) {
            processes.clear(pidFile);
            throw new StartFailure(
                    "Redis does not start (%s): look into %s, or set %s to a Redis that runs already; the bundled one needs OpenSSL 3 on Linux x86-64 and macOS."
                            .formatted(StartFailure.reason(e), log(folder), RedisAddress.SETTING),
                    e);
        }
    }

    private static Path executable(Path state) throws IOException {
        Path binaries = PrivateFiles.folder(state.resolve("binaries"));
        return ExecutableProvider.newJarResourceProvider(binaries.toFile()).get().toPath();
    }

    private static String settings(Path folder, int port) {
        return """
                bind 127.0.0.1
                port %d
                daemonize yes
                pidfile "%2$s/redis.pid"
                dir "%2$s"
                logfile "%3$s"
                appendonly yes
                save ""
                maxmemory-policy noeviction
                """
                .formatted(port, folder, log(folder));
    }

    private static Path log(Path folder) {
        return folder.resolve("redis.log");
    }

    private static void launch(Path executable, Path config, Path folder)
            throws IOException, InterruptedException {
        int exitCode =
                new ProcessBuilder(executable.toString(), config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                        .start()
                        .waitFor();
        if (exitCode != 0) {
            throw new IOException("exit code " + exitCode);
        }
    }

    private static void await(RedisAddress address) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (true) {
            try {
                RedisPing.send(address.host(), address.port());
                return;
            } catch (IOException e) {
                if (Instant.now().isAfter(limit)) {
                    throw e;
                }
            }
            Thread.sleep(POLL);
        }
    }

    RedisAddress address() {
        return address;
    }

    @Override
    public void close() {
        OwnProcesses.end(daemon);
    }
}
