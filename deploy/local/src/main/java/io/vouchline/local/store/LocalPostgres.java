package io.vouchline.local.store;

import io.vouchline.local.file.PrivateFiles;
import io.vouchline.local.key.RandomText;
import io.vouchline.local.process.OwnProcesses;
import io.vouchline.local.process.PortPlan;
import io.vouchline.local.report.StartFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL of the fleet's own, on loopback, that keeps its data in a folder. */
final class LocalPostgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int PASSWORD_BYTES = 24;

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;
    private final PostgresAddress address;

    private LocalPostgres(
            EmbeddedPostgres server, ProcessHandle postmaster, PostgresAddress address) {
        this.server = server;
        this.postmaster = postmaster;
        this.address = address;
    }

    /** Starts it on a free port, with a database and a user called vouchline. */
    static LocalPostgres start(Path state, String password, OwnProcesses processes) {
        Path folder = PrivateFiles.folder(state.resolve("postgres"));
        Path pidFile = folder.resolve("data/postmaster.pid");
        try {
            processes.clear(pidFile);
            Files.deleteIfExists(log(folder));
            EmbeddedPostgres server =
                    launch(folder, PrivateFiles.folder(state.resolve("binaries")));
            ProcessHandle postmaster = processes.record(pidFile);
            var address =
                    new PostgresAddress(
                            "127.0.0.1", server.getPort(), "vouchline", "vouchline", password, "");
            FleetDatabase.prepare(server.getPostgresDatabase(), address);
            return new LocalPostgres(server, postmaster, address);
        } catch (IOException | SQLException | RuntimeException e) {
            processes.clear(pidFile);
            throw failure(folder, e);
        }
    }

    private static EmbeddedPostgres launch(Path folder, Path binaries) throws IOException {
        // The superuser's password lies beside the data, since one is of no use without the other.
        Path adminPassword = folder.resolve("admin.password");
        if (Files.notExists(adminPassword)) {
            PrivateFiles.write(adminPassword, RandomText.urlSafe(PASSWORD_BYTES));
        }
        Redirect log = Redirect.appendTo(log(folder).toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                // Its own hook would stop it while the services still use it.
                .setRegisterShutdownHook(false)
                .setPort(PortPlan.freePort())
                .setPGStartupWait(START_LIMIT)
                // These two reach initdb as options and replace its "trust anyone".
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", adminPassword.toString())
                .setConnectConfig("password", PrivateFiles.read(adminPassword))
                .setServerConfig("fsync", "on")
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .start();
    }

    private static Path log(Path folder) {
        return folder.resolve("postgres.log");
    }

    private static StartFailure failure(Path folder, Exception cause) {
        if (isRefusedToRoot(folder)) {
            return new StartFailure(
                    "PostgreSQL refuses to run as root, and this machine does not let root leave its rights behind (unshare -U): start the fleet as an ordinary user, or set %s to a PostgreSQL that runs already."
                            .formatted(PostgresAddress.SETTING),
                    cause);
        }
        return new StartFailure(
                "PostgreSQL does not start (%s): look into %s; if its data is broken, remove %s and start again with an empty database, or set %s to a PostgreSQL that runs already."
                        .formatted(
                                StartFailure.reason(cause),
                                log(folder),
                                folder,
                                PostgresAddress.SETTING),
                cause);
    }

    private static boolean isRefusedToRoot(Path folder) {
        try {
            return Files.readString(log(folder)).contains("cannot be run as root");
        } catch (IOException e) {
            return false;
        }
    }

    PostgresAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OwnProcesses.end(postmaster);
        }
    }
}
