package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Calls that no caller waits for. They have nothing in common with the callers' guards, so that
 * nothing that fails here opens a breaker there; each is made once, and fails as it fails.
 */
@Singleton
class Background {

    private final CurrentRequest current;
    private final InstantSource clock = InstantSource.system();

    Background(CurrentRequest current) {
        this.current = current;
    }

    /** Makes a call on this client's behalf; a request context must be active. */
    <T> Uni<T> call(Client client, Duration timeout, Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            current.begin(client, Deadline.in(timeout, clock));
                            return call.get();
                        })
                .ifNoItem()
                .after(timeout)
                .fail();
    }
}
