package io.vouchline.lookup.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vouchline.lookup.customer.Profile;
import io.vouchline.lookup.vault.SealException;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** The table {@code contact_change}: a queue that is read at least once. */
@ApplicationScoped
class ContactChanges {

    private static final String CLAIM =
            """
            UPDATE contact_change n SET claimed_until = now() + make_interval(secs => $3)
            FROM customer c
            WHERE c.id = n.customer_id AND n.id IN (
              SELECT id FROM contact_change
              WHERE tenant = $1 AND claimed_until <= now()
              ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)
            RETURNING n.id, n.at, n.customer_id, n.before, c.profile
            """;
    private static final String SETTLE =
            "DELETE FROM contact_change WHERE tenant = $1 AND id = ANY ($2)";

    private static final Logger LOGGER = Logger.getLogger(ContactChanges.class);

    private final Pool pool;
    private final SealedJson json;

    ContactChanges(Pool pool, SealedJson json) {
        this.pool = pool;
        this.json = json;
    }

    /** Takes changes that nobody has, for so long. */
    Uni<List<Change>> claim(String tenant, int most, int seconds) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(tenant, most, (double) seconds))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .flatMap(row -> change(tenant, row).stream())
                                        .toList());
    }

    /** Ends changes; those of other tenants stay. */
    Uni<Void> settle(String tenant, Collection<UUID> ids) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(tenant, ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** One that does not open must not keep its neighbours from being told. */
    private Optional<Change> change(String tenant, Row row) {
        UUID id = row.getUUID("id");
        UUID customer = row.getUUID("customer_id");
        try {
            return Optional.of(
                    new Change(
                            id,
                            row.getOffsetDateTime("at").toInstant(),
                            customer,
                            open(row, "before", tenant, customer),
                            open(row, "profile", tenant, customer)));
        } catch (SealException e) {
            LOGGER.errorf("change %s of contacts cannot be told: %s", id, e.getMessage());
            return Optional.empty();
        }
    }

    private Profile open(Row row, String column, String tenant, UUID customer) {
        return json.open(row.getBuffer(column).getBytes(), Profile.class, tenant, customer);
    }

    /** A customer's profile before a change, and now. */
    record Change(UUID id, Instant at, UUID customer, Profile before, Profile now) {}
}
