package io.vouchline.lookup;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.customer.CustomerKey;
import io.vouchline.lookup.customer.Profile;
import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.BlindIndex.Kind;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Customers put into the tables without a load. */
@ApplicationScoped
public class CustomerRows {

    private final DataSource database;
    private final SealedJson json;
    private final BlindIndex index;

    CustomerRows(DataSource database, SealedJson json, BlindIndex index) {
        this.database = database;
        this.json = json;
        this.index = index;
    }

    /** A customer with one phone; whoever has this id already is left as is. */
    public UUID add(String tenant, String id, String number) {
        UUID row = index.of(tenant, Kind.CUSTOMER, id);
        Profile profile =
                new Profile(
                        id,
                        "Jane Doe",
                        null,
                        List.of(new Profile.Phone(PhoneNumber.ofE164(number), true)),
                        List.of(),
                        List.of(),
                        null);
        update(
                "INSERT INTO customer (id, tenant, profile, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                row,
                tenant,
                json.seal(profile, tenant, row),
                row);
        update(
                "INSERT INTO customer_key VALUES (?, ?, ?, ?, 0, NULL) ON CONFLICT DO NOTHING",
                tenant,
                CustomerKey.PHONE,
                index.of(tenant, Kind.PHONE, number),
                row);
        return row;
    }

    /** Runs a statement; answers how many rows it changed. */
    public int update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number that a query answers. */
    public long count(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
