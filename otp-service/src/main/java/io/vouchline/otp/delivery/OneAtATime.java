package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A task that is never under way twice: asked for meanwhile, however often, it runs once more. */
final class OneAtATime {

    private final Supplier<Uni<Void>> task;
    private final AtomicInteger asked = new AtomicInteger();

    /** Makes one of this task, which has to tell of its failures itself. */
    OneAtATime(Supplier<Uni<Void>> task) {
        this.task = task;
    }

    /** Has the task run from its beginning, now or after the run that is under way. */
    void ask() {
        if (asked.getAndIncrement() == 0) {
            run();
        }
    }

    private void run() {
        int answered = asked.get();
        Cancellable _ =
                Uni.createFrom()
                        .deferred(() -> task.get())
                        .subscribe()
                        .with(done -> ended(answered), failure -> ended(answered));
    }

    private void ended(int answered) {
        if (asked.addAndGet(-answered) > 0) {
            run();
        }
    }
}
