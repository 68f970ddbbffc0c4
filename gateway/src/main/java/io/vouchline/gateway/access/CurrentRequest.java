package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On whose behalf the current request is worked on, and until when. */
@RequestScoped
public class CurrentRequest {

    private @Nullable Client client;
    private @Nullable Deadline deadline;
    private boolean operator;
    private final InstantSource clock = InstantSource.system();

    /** The client whose credential was accepted. */
    public Client client() {
        if (client == null) {
            throw ProblemType.UNAUTHENTICATED.exception("No client is known.");
        }
        return client;
    }

    /** The same, if any was accepted. */
    public Optional<Client> known() {
        return Optional.ofNullable(client);
    }

    /** When the platform stops waiting. */
    public Deadline deadline() {
        if (deadline == null) {
            throw ProblemType.UNAUTHENTICATED.exception("No client is known.");
        }
        return deadline;
    }

    /** Says on whose behalf the request is worked on, once that is proven. */
    public void begin(Client client, Deadline deadline) {
        this.client = client;
        this.deadline = deadline;
        this.operator = false;
    }

    /** Says that a person of the tenant itself asks, with an operator's token. */
    public void beginOperator(Client operator, Deadline deadline) {
        begin(operator, deadline);
        this.operator = true;
    }

    /**
     * Says until when a request is worked on that proves itself: it is on nobody's behalf, and any
     * call that is made for a client fails.
     */
    public void beginSelfProving(Deadline deadline) {
        this.client = null;
        this.deadline = deadline;
        this.operator = false;
    }

    /** Whether an operator of the tenant asks, and no platform. */
    public boolean isOperator() {
        return operator;
    }

    /** The time that remains; zero if none does. */
    public Duration remaining() {
        return deadline().remaining(clock);
    }

    /** Work that fails with 503 once nobody waits for it any more. */
    public <T> Uni<T> within(Uni<T> work) {
        return within(work, Duration.ZERO);
    }

    /**
     * The same, but it fails sooner.
     *
     * @param kept how much of the time is left then, for what has to come after it
     */
    public <T> Uni<T> within(Uni<T> work, Duration kept) {
        Duration left = remaining().minus(kept);
        return work.ifNoItem()
                .after((left.isNegative() ? Duration.ZERO : left).plusMillis(1))
                .failWith(() -> ProblemType.UNAVAILABLE.exception("No time is left."));
    }
}
