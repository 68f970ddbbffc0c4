package io.vouchline.lookup.subject;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Removes a customer and all that hangs on the row: keys, holdings, authenticators, changes that
 * were to be told. Accounts that nobody holds any more go too; of those that only persons with
 * power of attorney still hold, the number alone remains.
 *
 * <p>The customer and then the accounts are locked first, in the order of loads: a load that is
 * under way has either been committed and is seen, or comes after.
 */
@ApplicationScoped
class Erasure {

    private static final String LOCK_CUSTOMER =
            "SELECT id FROM customer WHERE tenant = $1 AND id = $2 FOR UPDATE";
    private static final String LOCK_ACCOUNTS =
            """
            SELECT id FROM account
            WHERE id IN (SELECT account_id FROM holding WHERE customer_id = $1)
            ORDER BY id FOR UPDATE
            """;
    private static final String ERASE = "DELETE FROM customer WHERE id = $1";
    private static final String END_ACCOUNTS =
            """
            DELETE FROM account a
            WHERE a.id = ANY ($1) AND NOT EXISTS (SELECT FROM holding h WHERE h.account_id = a.id)
            """;
    private static final String WITHOUT_OWNER =
            """
            SELECT id, details FROM account a
            WHERE a.id = ANY ($1)
              AND NOT EXISTS (SELECT FROM holding h WHERE h.account_id = a.id AND h.capacity = 'SELF')
            """;
    private static final String STRIP =
            "UPDATE account SET details = $2, owned = false, updated_at = now() WHERE id = $1";

    private final Pool pool;
    private final SealedJson json;

    Erasure(Pool pool, SealedJson json) {
        this.pool = pool;
        this.json = json;
    }

    /** Whether there was such a customer. */
    Uni<Boolean> erase(String tenant, UUID customer) {
        return pool.withTransaction(
                connection ->
                        run(connection, LOCK_CUSTOMER, Tuple.of(tenant, customer))
                                .chain(
                                        found ->
                                                found.rowCount() == 0
                                                        ? Uni.createFrom().item(false)
                                                        : erase(connection, tenant, customer)
                                                                .replaceWith(true)));
    }

    private Uni<Void> erase(SqlConnection connection, String tenant, UUID customer) {
        return run(connection, LOCK_ACCOUNTS, Tuple.of(customer))
                .map(rows -> rows(rows).stream().map(row -> row.getUUID("id")).toArray(UUID[]::new))
                .chain(
                        accounts ->
                                run(connection, ERASE, Tuple.of(customer))
                                        .chain(() -> run(connection, END_ACCOUNTS, of(accounts)))
                                        .chain(() -> run(connection, WITHOUT_OWNER, of(accounts))))
                .chain(ownerless -> strip(connection, tenant, rows(ownerless)));
    }

    private Uni<Void> strip(SqlConnection connection, String tenant, List<Row> accounts) {
        return Multi.createFrom()
                .iterable(accounts)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> {
                            UUID id = row.getUUID("id");
                            byte[] stripped =
                                    json.seal(details(tenant, row).withoutAnswers(), tenant, id);
                            return run(connection, STRIP, Tuple.of(id, Buffer.buffer(stripped)));
                        })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private AccountDetails details(String tenant, Row row) {
        return json.open(
                row.getBuffer("details").getBytes(),
                AccountDetails.class,
                tenant,
                row.getUUID("id"));
    }

    private static Tuple of(UUID[] ids) {
        return Tuple.tuple().addArrayOfUUID(ids);
    }

    private static List<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static Uni<RowSet<Row>> run(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }
}
