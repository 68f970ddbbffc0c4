package io.vouchline.gateway.access;

import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** On whose behalf the current request is worked on, and until when. */
@RequestScoped
public class CurrentRequest {

    private @Nullable Client client;
    private @Nullable Deadline deadline;

    /** The client whose credential was accepted. */
    public Client client() {
        if (client == null) {
            throw ProblemType.UNAUTHENTICATED.exception("No client is known.");
        }
        return client;
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
    }
}
