package io.vouchline.lookup.intake;

import io.agroal.api.AgroalDataSource;
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

    /** Runs a load to its end. */
    ImportJob load(String tenant, String id, ImportOptions options, Lines lines)
            throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, LOCK, tenant)) {
                throw ProblemType.CONFLICT
                        .because("Another load of this tenant is under way.")
                        .retryAfter(RETRY_AFTER)
                        .exception();
            }
            connection.setAutoCommit(false);
            try {
                run(connection, tenant, id, options, lines);
            } finally {
                release(connection, tenant);
            }
        }
        return jobs.find(tenant, id).orElseThrow();
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

    private static void release(Connection connection, String tenant) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            try (Statement discard = connection.createStatement()) {
                boolean _ = discard.execute("DISCARD TEMP");
            }
            boolean _ = ask(connection, UNLOCK, tenant);
        } catch (SQLException e) {
            LOGGER.warnf("the connection of a load is lost, and its lock with it: %s", e);
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
}
