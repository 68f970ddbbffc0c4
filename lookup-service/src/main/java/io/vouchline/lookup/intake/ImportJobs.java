package io.vouchline.lookup.intake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code import_job} and {@code import_error}. Loads run on workers, and so does this.
 */
@ApplicationScoped
class ImportJobs {

    private static final int ERRORS_IN_A_JOB = 100;
    private static final int ERRORS_IN_A_PAGE = 1_000;
    private static final int MOST_ERRORS = 10_000;
    private static final int SECONDS = 2;

    private static final String SELECT = "SELECT * FROM import_job WHERE tenant = ?";
    private static final String FIND = SELECT + " AND id = ?";
    private static final String LATEST = SELECT + " ORDER BY started_at DESC LIMIT 50";
    private static final String ERRORS =
            """
            SELECT line, field, reason FROM import_error
            WHERE tenant = ? AND job = ? AND line > ? ORDER BY line LIMIT ?
            """;
    private static final String ABANDON =
            """
            UPDATE import_job SET state = 'INTERRUPTED', finished_at = now(), updated_at = now()
            WHERE tenant = ? AND state = 'RUNNING'
            """;
    private static final String FORGET = "DELETE FROM import_job WHERE tenant = ? AND id = ?";
    private static final String BEGIN =
            """
            INSERT INTO import_job (tenant, id, mode, dry_run, force, rewrite, state)
            VALUES (?, ?, ?, ?, ?, ?, 'RUNNING')
            """;
    private static final String PROGRESS =
            """
            UPDATE import_job SET lines = ?, created = ?, updated = ?, unchanged = ?, removed = ?, rejected = ?,
              updated_at = now()
            WHERE tenant = ? AND id = ?
            """;
    private static final String ADD_ERROR =
            """
            INSERT INTO import_error (tenant, job, line, field, reason) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String END =
            """
            UPDATE import_job SET state = ?, detail = ?, finished_at = now(), updated_at = now()
            WHERE tenant = ? AND id = ?
            """;

    private final AgroalDataSource dataSource;

    ImportJobs(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The load of this name. */
    Optional<ImportJob> find(String tenant, String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setQueryTimeout(SECONDS);
            query.setString(1, tenant);
            query.setString(2, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(job(row, errors(connection, tenant, id, 0, ERRORS_IN_A_JOB)))
                        : Optional.empty();
            }
        }
    }

    /** The latest loads of a tenant, without their errors. */
    List<ImportJob> latest(String tenant) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(LATEST)) {
            query.setQueryTimeout(SECONDS);
            query.setString(1, tenant);
            List<ImportJob> jobs = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row, List.of()));
                }
            }
            return jobs;
        }
    }

    /** The errors of the lines after this one: at most 1,000. */
    List<LineError> errors(String tenant, String id, long after) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return errors(connection, tenant, id, after, ERRORS_IN_A_PAGE);
        }
    }

    /** Begins a load, afresh if there was one of this name; what ran before runs no more. */
    void begin(Connection connection, String tenant, String id, ImportOptions options)
            throws SQLException {
        update(connection, ABANDON, tenant);
        update(connection, FORGET, tenant, id);
        update(
                connection,
                BEGIN,
                tenant,
                id,
                options.mode().name(),
                options.dryRun(),
                options.force(),
                options.rewrite());
    }

    /** Tells how far a load is; of its errors the first 10,000 are kept. */
    void advance(
            Connection connection,
            String tenant,
            String id,
            Progress progress,
            List<LineError> newErrors)
            throws SQLException {
        long before = progress.rejected - newErrors.size();
        try (PreparedStatement insert = connection.prepareStatement(ADD_ERROR)) {
            for (LineError error :
                    newErrors.stream().limit(Math.max(0, MOST_ERRORS - before)).toList()) {
                set(insert, tenant, id, error.line(), error.field(), error.reason());
                insert.addBatch();
            }
            int[] _ = insert.executeBatch();
        }
        update(
                connection,
                PROGRESS,
                progress.lines,
                progress.created,
                progress.updated,
                progress.unchanged,
                progress.removed,
                progress.rejected,
                tenant,
                id);
    }

    /** Ends a load. */
    void end(
            Connection connection,
            String tenant,
            String id,
            ImportState state,
            @Nullable String detail)
            throws SQLException {
        update(connection, END, state.name(), detail, tenant, id);
    }

    private static void update(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, parameters);
            int _ = update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static List<LineError> errors(
            Connection connection, String tenant, String id, long after, int most)
            throws SQLException {
        List<LineError> errors = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ERRORS)) {
            set(query, tenant, id, after, most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    errors.add(
                            new LineError(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return errors;
    }

    private static ImportJob job(ResultSet row, List<LineError> errors) throws SQLException {
        return new ImportJob(
                row.getString("id"),
                ImportState.valueOf(row.getString("state")),
                row.getString("detail"),
                ImportMode.valueOf(row.getString("mode")),
                row.getBoolean("dry_run"),
                row.getBoolean("force"),
                row.getBoolean("rewrite"),
                row.getLong("lines"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("removed"),
                row.getLong("rejected"),
                errors,
                instant(row.getObject("started_at", OffsetDateTime.class)),
                instant(row.getObject("updated_at", OffsetDateTime.class)),
                finished(row));
    }

    private static @Nullable Instant finished(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("finished_at", OffsetDateTime.class);
        return at == null ? null : instant(at);
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
