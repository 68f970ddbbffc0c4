package io.vouchline.gateway.decision;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where decisions are looked up, and read from by whoever watches over them. */
interface DecisionStore {

    /** How many decisions of a number, or under an id, are told. */
    int SHOWN = 50;

    /**
     * Keeps a decision of a tenant.
     *
     * @param found whether it is to be found by its subject
     */
    Uni<Void> keep(Decision decision, String tenant, boolean found);

    /** The last decisions about a tenant's number, newest first. */
    Uni<List<Decision>> about(String tenant, String subjectHash);

    /** The last decisions of a tenant under this id, newest first. */
    Uni<List<Decision>> under(String tenant, String correlationId);
}
