package io.vouchline.lookup.intake;

import io.agroal.api.AgroalDataSource;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postgresql.jdbc.PgConnection;

/**
 * Runs loads, one at a time for a tenant: a lock that ends with the connection keeps others out, on
 * whatever replica, and a load that died leaves none behind.
 */
@ApplicationScoped
class Imports {

    private static final Logger LOGGER = Logger.getLogger(Imports.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final String KEY = "hashtextextended('vouchline import ' || ?, 0)";
    private static final String LOCK = "SELECT pg_try_advisory_lock(" + KEY + ")";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(" + KEY + ")";

    private final AgroalDataSource dataSource;
    private final ImportJobs jobs;
    private final LineReader reader;
    private final BlindIndex index;
    private final SealedJson json;

    Imports(
            AgroalDataSource dataSource,
            ImportJobs jobs,
            LineReader reader,
            BlindIndex index,
            SealedJson json) {
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.reader = reader;
        this.index = index;
        this.json = json;
    }

    /**
     * The answer of the load that had this name before, if it came to its end.
     *
     * @throws io.vouchline.contract.problem.ProblemException 422, if it was another kind of load
     */
    Optional<ImportJob> earlier(String tenant, String id, ImportOptions options)
            throws SQLException {
        Optional<ImportJob> job = jobs.find(tenant, id);
        if (job.isPresent() && !job.get().options().equals(options)) {
            throw ProblemType.UNPROCESSABLE.exception(
                    "The idempotency key was used for a load with other parameters; take another one.");
        }
        return job.filter(found -> found.state().isFinal());
    }

    /** The load of this name; one that says it runs while nobody runs it was interrupted. */
    Optional<ImportJob> job(String tenant, String id) throws SQLException {
        Optional<ImportJob> job = jobs.find(tenant, id);
        if (job.isEmpty() || job.get().state() != ImportState.RUNNING || isUnderWay(tenant)) {
            return job;
        }
        // It may have ended between the two looks.
        return jobs.find(tenant, id)
                .map(again -> again.state() == ImportState.RUNNING ? again.interrupted() : again);
    }

    /**
     * Runs a load to its end; or, if one of this name has come to its end meanwhile, answers as
     * that one.
     */
    Answer load(String tenant, String id, ImportOptions options, Lines lines)
            throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, LOCK, tenant)) {
                throw ProblemType.CONFLICT
                        .because("Another load of this tenant is under way.")
                        .retryAfter(RETRY_AFTER)
                        .exception();
            }
            try {
                Optional<ImportJob> earlier = earlier(tenant, id, options);
                if (earlier.isPresent()) {
                    return new Answer(earlier.get(), true);
                }
                connection.setAutoCommit(false);
                run(connection, tenant, id, options, lines);
            } finally {
                release(connection, tenant);
            }
        }
        return new Answer(jobs.find(tenant, id).orElseThrow(), false);
    }

    private boolean isUnderWay(String tenant) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean free = ask(connection, LOCK, tenant);
            if (free) {
                boolean _ = ask(connection, UNLOCK, tenant);
            }
            return !free;
        }
    }

    private void run(
            Connection connection, String tenant, String id, ImportOptions options, Lines lines)
            throws SQLException, IOException {
        jobs.begin(connection, tenant, id, options);
        connection.commit();
        try {
            BatchWriter writer = new BatchWriter(connection, tenant, options, index, json);
            new Load(connection, tenant, id, options, jobs, reader, writer).run(lines);
        } catch (SQLException | IOException | RuntimeException e) {
            fail(connection, tenant, id, e);
            throw e;
        }
    }

    /** Writes down why a load went no further, if the database still takes that. */
    private void fail(Connection connection, String tenant, String id, Exception cause) {
        LOGGER.warnf("load %s of %s went no further: %s", id, tenant, cause);
        String detail =
                switch (cause) {
                    case BadBodyException bad -> String.valueOf(bad.getMessage());
                    case IOException lost -> "The body ended before its time.";
                    case ProblemException stopped -> "The service stopped.";
                    default -> "The store did not go along.";
                };
        try {
            connection.rollback();
            jobs.end(connection, tenant, id, ImportState.FAILED, detail);
            connection.commit();
        } catch (SQLException e) {
            LOGGER.warnf("nor could that be written down: %s", e);
        }
    }

    /** What cannot be released is closed: the lock ends with its connection. */
    private static void release(Connection connection, String tenant) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            try (Statement discard = connection.createStatement()) {
                boolean _ = discard.execute("DISCARD TEMP");
            }
            boolean _ = ask(connection, UNLOCK, tenant);
        } catch (SQLException e) {
            LOGGER.warnf("the connection of a load is closed, and its lock with it: %s", e);
            connection.unwrap(PgConnection.class).close();
        }
    }

    private static boolean ask(Connection connection, String sql, String tenant)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, tenant);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * A load that has ended.
     *
     * @param replayed whether it had ended before it was asked for
     */
    record Answer(ImportJob job, boolean replayed) {}
}
