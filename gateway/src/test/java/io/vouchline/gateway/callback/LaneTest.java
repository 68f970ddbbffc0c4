package io.vouchline.gateway.callback;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vouchline.gateway.callback.Reports.Added;
import io.vouchline.gateway.callback.Reports.Due;
import io.vouchline.gateway.callback.Reports.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Waiting waiting = new Waiting();
    private final Semaphore everybodys = new Semaphore(5);
    private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();

    @Test
    void noMoreThanItsShareIsUnderWayAndTheNextGoesWhenOneEnds() {
        Lane lane = lane(3);
        waiting.add(5);
        await(lane.look());
        await(lane.look());
        assertEquals(3, underWay.size());
        assertEquals(5, lane.waiting());
        underWay.getFirst().complete(null);
        assertEquals(4, underWay.size());
        underWay.get(1).fail(new IllegalStateException("the store is away"));
        assertEquals(5, underWay.size());
        assertEquals(2, everybodys.availablePermits());
    }

    @Test
    void aClientWhoseReceiverIsSlowHoldsUpNoOther() {
        waiting.add(10);
        Lane slow = lane(3);
        await(slow.look());
        assertEquals(2, everybodys.availablePermits());
        Lane other = lane(3);
        await(other.look());
        assertEquals(5, underWay.size());
        await(other.look());
        assertEquals(5, underWay.size());
    }

    @Test
    void whatFailsOrIsAnothersTakesUpNoRoom() {
        Lane lane = lane(3);
        waiting.add(3);
        waiting.broken = true;
        await(lane.look());
        assertEquals(5, everybodys.availablePermits());
        waiting.broken = false;
        waiting.brokenTakes = true;
        await(lane.look());
        assertEquals(5, everybodys.availablePermits());
        waiting.brokenTakes = false;
        waiting.anothers = true;
        await(lane.look());
        assertEquals(5, everybodys.availablePermits());
        waiting.anothers = false;
        await(lane.look());
        assertEquals(3, underWay.size());
    }

    private Lane lane(int share) {
        return new Lane(
                "client",
                waiting,
                taken -> Uni.createFrom().emitter(underWay::add),
                everybodys,
                share,
                new Outage("client"));
    }

    /** Reports in memory. */
    private static final class Waiting implements Reports {

        private final Deque<String> due = new ArrayDeque<>();
        private boolean broken;
        private boolean brokenTakes;
        private boolean anothers;

        void add(int count) {
            for (int i = 0; i < count; i++) {
                due.add("report-" + i);
            }
        }

        @Override
        public Uni<Due> due(String client, int most) {
            return broken
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : Uni.createFrom().item(new Due(due.size(), due.stream().limit(most).toList()));
        }

        @Override
        public Uni<Optional<Taken>> take(String client, String id) {
            if (brokenTakes) {
                return Uni.createFrom().failure(new IllegalStateException("away"));
            }
            if (anothers || !due.remove(id)) {
                return Uni.createFrom().item(Optional.empty());
            }
            Report report =
                    new Report(client, id, new ReportStatus(100, "", "UNKNOWN"), Instant.EPOCH);
            return Uni.createFrom().item(Optional.of(new Taken(report, 0, "1")));
        }

        @Override
        public Uni<Added> add(Report report) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> delivered(Report report) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> giveUp(Taken taken) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> again(Taken taken, Duration wait) {
            throw new UnsupportedOperationException();
        }
    }
}
