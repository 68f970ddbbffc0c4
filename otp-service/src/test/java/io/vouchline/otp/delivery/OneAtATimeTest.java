package io.vouchline.otp.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

    private final Deque<UniEmitter<? super Void>> underWay = new ArrayDeque<>();
    private final OneAtATime task =
            new OneAtATime(() -> Uni.createFrom().<Void>emitter(underWay::add));

    @Test
    void askedForManyTimesMeanwhileItRunsOnceMore() {
        for (int i = 0; i < 100; i++) {
            task.ask();
        }
        assertEquals(1, underWay.size());
        underWay.remove().complete(null);
        assertEquals(1, underWay.size());
        underWay.remove().complete(null);
        assertEquals(0, underWay.size());
    }

    @Test
    void askedForOnceItRunsOnceAndAgainWhenAskedForLater() {
        task.ask();
        underWay.remove().complete(null);
        assertEquals(0, underWay.size());
        task.ask();
        assertEquals(1, underWay.size());
    }

    @Test
    void aRunThatFailsDoesNotStopTheNext() {
        task.ask();
        task.ask();
        underWay.remove().fail(new IllegalStateException("no Redis"));
        assertEquals(1, underWay.size());
    }
}
