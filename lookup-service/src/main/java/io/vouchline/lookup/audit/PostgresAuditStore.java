package io.vouchline.lookup.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table {@code audit}: a batch is one statement, and so one commit. */
@ApplicationScoped
class PostgresAuditStore implements AuditStore {

    private static final String ADD =
            """
            INSERT INTO audit (at, tenant, client, agent, purpose, subject)
            SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[])
            """;

    private static final String READS_OF =
            """
            SELECT at, client, purpose FROM audit
            WHERE tenant = $1 AND subject = $2 ORDER BY at DESC LIMIT 10000
            """;

    private final Pool pool;

    PostgresAuditStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(List<AuditEntry> entries) {
        Tuple columns =
                Tuple.tuple()
                        .addArrayOfOffsetDateTime(
                                entries.stream()
                                        .map(entry -> entry.at().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new))
                        .addArrayOfString(texts(entries, entry -> entry.caller().tenant()))
                        .addArrayOfString(texts(entries, entry -> entry.caller().client()))
                        .addArrayOfString(texts(entries, entry -> entry.caller().agent()))
                        .addArrayOfString(texts(entries, entry -> entry.purpose().name()))
                        .addArrayOfUUID(
                                entries.stream().map(AuditEntry::subject).toArray(UUID[]::new));
        return pool.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }

    @Override
    public Uni<List<ReadEntry>> readsOf(String tenant, UUID subject) {
        return pool.preparedQuery(READS_OF)
                .execute(Tuple.of(tenant, subject))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresAuditStore::read)
                                        .toList());
    }

    private static ReadEntry read(Row row) {
        return new ReadEntry(
                row.getOffsetDateTime("at").toInstant(),
                row.getString("client"),
                Purpose.valueOf(row.getString("purpose")));
    }

    private static String[] texts(
            List<AuditEntry> entries, Function<AuditEntry, @Nullable String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }
}
