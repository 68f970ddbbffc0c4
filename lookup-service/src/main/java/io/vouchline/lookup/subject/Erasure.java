package io.vouchline.lookup.subject;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Removes a customer and all that hangs on the row: keys, holdings, authenticators, changes that
 * were to be told, and accounts that nobody else holds.
 */
@ApplicationScoped
class Erasure {

    private static final String RELEASE =
            """
            DELETE FROM holding h USING customer c
            WHERE c.tenant = $1 AND c.id = $2 AND h.customer_id = c.id
            RETURNING h.account_id
            """;
    private static final String ERASE = "DELETE FROM customer WHERE tenant = $1 AND id = $2";
    private static final String END_ACCOUNTS =
            """
            DELETE FROM account a
            WHERE a.id = ANY ($1) AND NOT EXISTS (SELECT FROM holding h WHERE h.account_id = a.id)
            """;

    private final Pool pool;

    Erasure(Pool pool) {
        this.pool = pool;
    }

    /** Whether there was such a customer. */
    Uni<Boolean> erase(String tenant, UUID customer) {
        return pool.withTransaction(connection -> erase(connection, tenant, customer));
    }

    private static Uni<Boolean> erase(SqlConnection connection, String tenant, UUID customer) {
        return connection
                .preparedQuery(RELEASE)
                .execute(Tuple.of(tenant, customer))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getUUID(0))
                                        .toArray(UUID[]::new))
                .chain(
                        released ->
                                connection
                                        .preparedQuery(ERASE)
                                        .execute(Tuple.of(tenant, customer))
                                        .call(
                                                erased ->
                                                        connection
                                                                .preparedQuery(END_ACCOUNTS)
                                                                .execute(
                                                                        Tuple.tuple()
                                                                                .addArrayOfUUID(
                                                                                        released))))
                .map(erased -> erased.rowCount() > 0);
    }
}
