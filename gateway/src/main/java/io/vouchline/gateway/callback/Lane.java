package io.vouchline.gateway.callback;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.callback.Reports.Due;
import io.vouchline.gateway.callback.Reports.Taken;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * One client's reports. Only so many are under way at once; as one ends, the next one goes, so that
 * a slow receiver holds up nobody but itself.
 */
final class Lane {

    private final String client;
    private final Reports reports;
    private final Function<Taken, Uni<Void>> send;
    private final Semaphore everybodys;
    private final Semaphore own;
    private final Outage outage;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean more;
    private volatile long waiting;

    /**
     * A lane with nothing under way.
     *
     * @param everybodys what all lanes may have under way
     * @param own what this one may
     * @param outage told of failures of the store
     */
    Lane(
            String client,
            Reports reports,
            Function<Taken, Uni<Void>> send,
            Semaphore everybodys,
            int own,
            Outage outage) {
        this.client = client;
        this.reports = reports;
        this.send = send;
        this.everybodys = everybodys;
        this.own = new Semaphore(own);
        this.outage = outage;
    }

    /** How many reports waited when it was looked last. */
    long waiting() {
        return waiting;
    }

    /** Has what is due sent, as far as there is room. Ends when it is on its way; never fails. */
    Uni<Void> look() {
        if (!looking.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return fill(reserve())
                .onFailure()
                .invoke(outage::is)
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> looking.set(false));
    }

    private Uni<Void> fill(int room) {
        if (room == 0) {
            return Uni.createFrom().voidItem();
        }
        return reports.due(client, room)
                .onFailure()
                .invoke(() -> free(room))
                .invoke(due -> note(due, room))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due.ids()))
                .onItem()
                .transformToUniAndMerge(this::begin)
                .onItem()
                .ignoreAsUni();
    }

    private void note(Due due, int room) {
        outage.isOver();
        waiting = due.waiting();
        more = due.ids().size() == room;
        free(room - due.ids().size());
    }

    /** Nobody waits for a report that has been taken. Never fails: the others must begin too. */
    private Uni<Void> begin(String id) {
        return reports.take(client, id)
                .onFailure()
                .invoke(outage::is)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .invoke(taken -> taken.ifPresentOrElse(this::start, () -> free(1)))
                .replaceWithVoid();
    }

    private void start(Taken taken) {
        var _ =
                Uni.createFrom()
                        .deferred(() -> send.apply(taken))
                        .onTermination()
                        .invoke(() -> free(1))
                        .onFailure()
                        .invoke(outage::is)
                        .onFailure()
                        .recoverWithNull()
                        .chain(() -> more ? look() : Uni.createFrom().voidItem())
                        .subscribe()
                        .asCompletionStage();
    }

    private int reserve() {
        int room = 0;
        while (own.tryAcquire()) {
            if (!everybodys.tryAcquire()) {
                own.release();
                return room;
            }
            room++;
        }
        return room;
    }

    private void free(int room) {
        own.release(room);
        everybodys.release(room);
    }
}
