package io.vouchline.risk.listing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.risk.listing.ListStore.Change;
import io.vouchline.risk.listing.ListStore.Changes;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lets the lists in memory follow the store: loads what changed since the last look, one look after
 * the other. Begins anew where the store has forgotten what this replica does not know: after a
 * long absence, or if the store began anew itself.
 */
@Singleton
class Refresher {

    private static final Logger LOGGER = Logger.getLogger(Refresher.class);
    private static final int PAGE = 1_000;

    /**
     * How long changes are followed: a server that took over without the last of them, and has had
     * as many others since, cannot be told from one that lost nothing.
     */
    private static final Duration TRUST = Duration.ofHours(1);

    private final ListStore store;
    private final Lists lists;
    private final ListConfig config;
    private final InstantSource clock;
    private Cancellable looks = () -> {};

    /** One look at a time reads and writes these. */
    private volatile String epoch = "";

    private volatile long version;
    private volatile Instant begunAnew = Instant.MIN;
    private volatile boolean failing;

    @Inject
    Refresher(ListStore store, Lists lists, ListConfig config) {
        this(store, lists, config, InstantSource.system());
    }

    Refresher(ListStore store, Lists lists, ListConfig config, InstantSource clock) {
        this.clock = clock;
        this.store = store;
        this.lists = lists;
        this.config = config;
    }

    void begin(@Observes StartupEvent started) {
        looks =
                Uni.createFrom()
                        .deferred(this::look)
                        .replaceWith(true)
                        .onItem()
                        .delayIt()
                        .by(config.refresh())
                        .repeat()
                        .indefinitely()
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> LOGGER.error("the lists stay as they are", failure));
    }

    void end(@Observes ShutdownEvent stopping) {
        looks.cancel();
    }

    /** Looks for changes once. Must not be called before the last call has ended. */
    Uni<Void> refresh() {
        return store.changes(version, PAGE)
                .chain(first -> followsOnWhatIsKnown(first) ? follow(first) : beginAnew());
    }

    /** A failure is told once, until it is over. */
    private Uni<Void> look() {
        return refresh()
                .onItem()
                .invoke(
                        () -> {
                            if (failing) {
                                LOGGER.info("the lists follow the store again");
                            }
                            failing = false;
                        })
                .onFailure()
                .invoke(
                        failure -> {
                            if (!failing) {
                                LOGGER.errorf("the lists stay as they are: %s", failure);
                            }
                            failing = true;
                        })
                .onFailure()
                .recoverWithNull();
    }

    private boolean followsOnWhatIsKnown(Changes next) {
        return lists.loaded()
                && clock.instant().isBefore(begunAnew.plus(TRUST))
                && next.epoch().equals(epoch)
                && next.floor() <= version
                && version <= next.latest();
    }

    private Uni<Void> follow(Changes first) {
        return rest(new ArrayList<>(first.changes()), first)
                .invoke(this::demandNoGap)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(all -> take(lists.index(), all))
                .replaceWithVoid();
    }

    private Uni<Void> beginAnew() {
        return store.changes(0, PAGE)
                .chain(first -> rest(new ArrayList<>(first.changes()), first))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(all -> take(Index.EMPTY, all))
                .invoke(() -> begunAnew = clock.instant())
                .replaceWithVoid();
    }

    /** Goes on until a page is not full: it was read with the latest version. */
    private Uni<Changes> rest(List<Change> all, Changes last) {
        if (last.changes().size() < PAGE) {
            return Uni.createFrom()
                    .item(new Changes(last.epoch(), last.floor(), last.latest(), all));
        }
        return store.changes(all.getLast().version(), PAGE)
                .chain(
                        next -> {
                            demandTheSame(last, next);
                            all.addAll(next.changes());
                            return rest(all, next);
                        });
    }

    private static void demandTheSame(Changes last, Changes next) {
        if (!last.epoch().equals(next.epoch())) {
            throw new IllegalStateException("the store began anew while it was read");
        }
    }

    /** Traces can have gone between two pages. */
    private void demandNoGap(Changes all) {
        if (all.floor() > version) {
            throw new IllegalStateException("the store forgot removals while it was read");
        }
    }

    private void take(Index known, Changes all) {
        lists.become(all.changes().isEmpty() ? known : known.after(all.changes()));
        epoch = all.epoch();
        version = all.latest();
    }
}
