package io.vouchline.contract.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.InstantSource;

/** How long the answer to the current request is of use: what the gateway sent, or four seconds. */
@RequestScoped
public class CurrentDeadline {

    private static final Duration UNTOLD = Duration.ofSeconds(4);

    private final InstantSource clock = InstantSource.system();
    private Deadline deadline = Deadline.in(UNTOLD, clock);

    /** The time that remains; zero if none does. */
    public Duration remaining() {
        return deadline.remaining(clock);
    }

    /** Work that fails once nobody waits for it any more. */
    public <T> Uni<T> within(Uni<T> work) {
        return work.ifNoItem().after(remaining().plusMillis(1)).fail();
    }

    /** The moment itself, for work that goes on outside of the request's scope. */
    public Deadline deadline() {
        return deadline;
    }

    void set(Duration remaining) {
        deadline = Deadline.in(remaining, clock);
    }
}
