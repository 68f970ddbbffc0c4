package io.vouchline.lookup.retention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes rows whose time has passed, some at a time, so that no statement takes long. Every
 * replica does so; what one has removed the other does not find.
 */
@ApplicationScoped
public class Retention {

    private static final Logger LOGGER = Logger.getLogger(Retention.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String AUDIT =
            """
            DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < $1 ORDER BY at LIMIT $2)
            """;
    private static final String IMPORTS =
            """
            DELETE FROM import_job WHERE (tenant, id) IN (
              SELECT tenant, id FROM import_job WHERE started_at < $1 ORDER BY started_at LIMIT $2)
            """;
    private static final String CONTACT_CHANGES =
            """
            DELETE FROM contact_change WHERE id IN (
              SELECT id FROM contact_change WHERE at < $1 LIMIT $2)
            """;

    private static final String AUTHENTICATORS =
            """
            DELETE FROM authenticator WHERE id IN (
              SELECT id FROM authenticator WHERE confirmed_at IS NULL AND created_at < $1 LIMIT $2)
            """;

    private final Pool pool;
    private final RetentionConfig config;
    private final List<Table> tables;
    private Cancellable ticks = () -> {};

    Retention(Pool pool, RetentionConfig config) {
        this.pool = pool;
        this.config = config;
        this.tables =
                List.of(
                        new Table(AUDIT, 1_000, config.audit()),
                        new Table(IMPORTS, 10, config.imports()),
                        new Table(CONTACT_CHANGES, 1_000, config.contactChanges()),
                        new Table(AUTHENTICATORS, 1_000, config.pendingAuthenticators()));
    }

    void begin(@Observes StartupEvent started) {
        InstantSource clock = InstantSource.system();
        ticks =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(config.every())
                        .every(config.every())
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(
                                tick ->
                                        sweep(clock.instant())
                                                .onFailure()
                                                .invoke(Retention::failed)
                                                .onFailure()
                                                .recoverWithNull())
                        .subscribe()
                        .with(done -> {}, Retention::failed);
    }

    void end(@Observes ShutdownEvent stopping) {
        ticks.cancel();
    }

    /** Removes what may not be kept at this moment; one table's trouble is not its neighbours'. */
    public Uni<Void> sweep(Instant now) {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(
                        table ->
                                remove(table, now.minus(table.kept()))
                                        .onFailure()
                                        .invoke(Retention::failed)
                                        .onFailure()
                                        .recoverWithNull())
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> remove(Table table, Instant before) {
        Tuple parameters = Tuple.of(before.atOffset(ZoneOffset.UTC), table.atOnce());
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                pool.preparedQuery(table.statement())
                                        .execute(parameters)
                                        .ifNoItem()
                                        .after(LONGEST)
                                        .fail())
                .whilst(removed -> removed.rowCount() == table.atOnce())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void failed(Throwable failure) {
        LOGGER.warnf("rows whose time has passed are not removed now: %s", failure);
    }

    /**
     * A table's rule.
     *
     * @param atOnce so many rows to a statement, so that it ends in time
     */
    private record Table(String statement, int atOnce, Duration kept) {}
}
