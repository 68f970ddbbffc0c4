package io.vouchline.local.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The services' user and database in a server of the fleet's own. */
final class FleetDatabase {

    private FleetDatabase() {}

    /**
     * Makes what is missing and sets the password, which may have been made anew since the last
     * start.
     */
    static void prepare(DataSource admin, PostgresAddress address) throws SQLException {
        // Names and password are ours and hold no quotes; these statements take no parameters.
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            if (isMissing(
                    statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'", address.user())) {
                statement.execute("CREATE ROLE %s LOGIN".formatted(address.user()));
            }
            statement.execute(
                    "ALTER ROLE %s PASSWORD '%s'".formatted(address.user(), address.password()));
            if (isMissing(
                    statement,
                    "SELECT 1 FROM pg_database WHERE datname = '%s'",
                    address.database())) {
                statement.execute(
                        "CREATE DATABASE %s OWNER %s"
                                .formatted(address.database(), address.user()));
            }
        }
    }

    private static boolean isMissing(Statement statement, String query, String name)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(query.formatted(name))) {
            return !rows.next();
        }
    }
}
