package io.vouchline.lookup.intake;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of a full load: customers that it has not named are removed. A file that was cut off, or
 * of which lines could not be read, must not empty the house: too large a removal is refused.
 */
final class Removal {

    private static final int MOST_PERCENT = 5;
    private static final int AT_ONCE = 1_000;
    private static final String COUNT = "SELECT count(*) FROM customer WHERE tenant = ?";
    private static final String FIND =
            """
            INSERT INTO unseen (id)
            SELECT c.id FROM customer c
            WHERE c.tenant = ? AND NOT EXISTS (SELECT FROM seen s WHERE s.id = c.id)
            """;
    private static final String NEXT =
            "SELECT id, place FROM unseen WHERE place > ? ORDER BY place LIMIT " + AT_ONCE;

    private final Connection connection;
    private final String tenant;
    private final ImportOptions options;
    private final BatchWriter writer;
    private final long before;

    /** Counts the customers before the load. */
    Removal(Connection connection, String tenant, ImportOptions options, BatchWriter writer)
            throws SQLException {
        this.connection = connection;
        this.tenant = tenant;
        this.options = options;
        this.writer = writer;
        this.before = options.mode() == ImportMode.FULL ? count() : 0;
    }

    /** Removes who was not named; answers why it did not, if it did not. */
    Optional<String> run(Progress progress) throws SQLException, IOException {
        long unseen = find();
        if (!options.force() && progress.unreadable > 0) {
            return Optional.of(
                    "Nobody was removed: %d lines do not tell whom they are about. Mend them, or repeat with force."
                            .formatted(progress.unreadable));
        }
        if (!options.force() && unseen * 100 > before * MOST_PERCENT) {
            return Optional.of(
                    "Nobody was removed: %d of %d customers are not in the load, and more than %d %% are removed with force only."
                            .formatted(unseen, before, MOST_PERCENT));
        }
        if (!options.dryRun()) {
            removeAll();
        }
        progress.removed += unseen;
        return Optional.empty();
    }

    private void removeAll() throws SQLException, IOException {
        long place = 0;
        for (List<UUID> some = new ArrayList<>(); ; some.clear()) {
            place = next(place, some);
            if (some.isEmpty()) {
                return;
            }
            writer.remove(some);
            connection.commit();
        }
    }

    private long count() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setString(1, tenant);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            } finally {
                connection.commit();
            }
        }
    }

    private long find() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The planner knows nothing of a table that was only ever copied into.
            boolean _ = statement.execute("ANALYZE seen");
        }
        try (PreparedStatement insert = connection.prepareStatement(FIND)) {
            insert.setString(1, tenant);
            long unseen = insert.executeLargeUpdate();
            connection.commit();
            return unseen;
        }
    }

    private long next(long after, List<UUID> found) throws SQLException {
        long place = after;
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setLong(1, after);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                    place = row.getLong(2);
                }
            }
        }
        return place;
    }
}
