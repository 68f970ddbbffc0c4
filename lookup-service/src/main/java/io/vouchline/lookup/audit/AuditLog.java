package io.vouchline.lookup.audit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.store.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down every read before its answer leaves, many to a commit: while one batch is on its way
 * the next gathers, for 5 ms at most. What cannot be written down is not told: a batch that fails
 * refuses its reads, and so does a full buffer.
 */
@ApplicationScoped
public class AuditLog {

    private static final Logger LOGGER = Logger.getLogger(AuditLog.class);
    private static final long LONGEST_GATHERING_MILLIS = 5;
    private static final int MOST_UNDER_WAY = 4;
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AuditStore store;
    private final int buffer;
    private final Vertx vertx;
    private final InstantSource clock = InstantSource.system();

    private Batch gathering = new Batch();
    private int underWay;
    private int unwritten;

    AuditLog(AuditStore store, AuditConfig config, Vertx vertx) {
        this.store = store;
        this.buffer = config.buffer();
        this.vertx = vertx;
    }

    /** Writes down that these persons, or nobody, were read; ends when that is committed. */
    public Uni<Void> read(Caller caller, Purpose purpose, Collection<Person> persons) {
        Instant now = clock.instant();
        List<AuditEntry> entries =
                persons.isEmpty()
                        ? List.of(new AuditEntry(now, caller, purpose, null))
                        : persons.stream()
                                .map(person -> new AuditEntry(now, caller, purpose, person.key()))
                                .toList();
        return write(entries);
    }

    /** Writes entries down; ends when they are committed. */
    public Uni<Void> write(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> written = Uni.createFrom().emitter(reader -> join(entries, reader));
        Context context = Vertx.currentContext();
        return context == null ? written : written.emitOn(MutinyHelper.executor(context));
    }

    /** Who read about a subject: newest first, at most 10,000. */
    public Uni<List<ReadEntry>> readsOf(String tenant, UUID subject) {
        return store.readsOf(tenant, subject);
    }

    private void join(List<AuditEntry> entries, UniEmitter<? super Void> reader) {
        @Nullable Batch full;
        synchronized (this) {
            if (unwritten + entries.size() > buffer) {
                reader.fail(
                        ProblemType.UNAVAILABLE
                                .because("Too many reads wait to be written down.")
                                .retryAfter(RETRY_AFTER)
                                .exception());
                return;
            }
            unwritten += entries.size();
            if (gathering.add(entries, reader) && underWay > 0) {
                Batch batch = gathering;
                vertx.setTimer(LONGEST_GATHERING_MILLIS, timer -> write(due(batch)));
            }
            full = next();
        }
        write(full);
    }

    private synchronized @Nullable Batch due(Batch batch) {
        batch.isDue = true;
        return next();
    }

    /** Takes what has gathered: once it is due beside some others, before that only alone. */
    private synchronized @Nullable Batch next() {
        if (gathering.isEmpty() || underWay >= (gathering.isDue ? MOST_UNDER_WAY : 1)) {
            return null;
        }
        Batch batch = gathering;
        gathering = new Batch();
        underWay++;
        return batch;
    }

    private void write(@Nullable Batch batch) {
        if (batch != null) {
            Uni.createFrom()
                    .deferred(() -> store.add(batch.entries))
                    .ifNoItem()
                    .after(LONGEST)
                    .fail()
                    .onFailure()
                    .invoke(failure -> LOGGER.errorf("reads cannot be written down: %s", failure))
                    .subscribe()
                    .with(
                            done -> end(batch, null),
                            failure ->
                                    end(
                                            batch,
                                            Unavailable.isCauseOf(failure)
                                                    ? Unavailable.problem()
                                                    : failure));
        }
    }

    private void end(Batch batch, @Nullable Throwable failure) {
        synchronized (this) {
            underWay--;
            unwritten -= batch.entries.size();
        }
        write(next());
        batch.end(failure);
    }

    /** Entries of one commit and the reads that wait for it. */
    private static final class Batch {

        private final List<AuditEntry> entries = new ArrayList<>();
        private final List<UniEmitter<? super Void>> readers = new ArrayList<>();
        private boolean isDue;

        /** Whether these are the first. */
        boolean add(List<AuditEntry> more, UniEmitter<? super Void> reader) {
            boolean first = entries.isEmpty();
            entries.addAll(more);
            readers.add(reader);
            return first;
        }

        boolean isEmpty() {
            return entries.isEmpty();
        }

        void end(@Nullable Throwable failure) {
            for (UniEmitter<? super Void> reader : readers) {
                if (failure == null) {
                    reader.complete(null);
                } else {
                    reader.fail(failure);
                }
            }
        }
    }
}
