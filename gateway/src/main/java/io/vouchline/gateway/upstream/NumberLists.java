package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.ListApi.Entry;
import io.vouchline.contract.risk.ListApi.NewEntry;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The lists of numbers that are refused or trusted. Down: 503. */
@ApplicationScoped
public class NumberLists {

    private final ListClient client;
    private final Upstream upstream;

    NumberLists(@RestClient ListClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("risk-service (lists)", config.risk());
    }

    /**
     * Adds an entry, or replaces the one of the same number. Safe to repeat. 409 if the tenant has
     * as many entries as one can have, 400 if risk-service makes no entry of it, as of an end that
     * has just passed.
     */
    public Uni<Void> add(NewEntry entry) {
        return upstream.call(
                        () ->
                                RefusalProblem.told(
                                        added(entry),
                                        ProblemType.MALFORMED,
                                        "No entry can be made of this request."))
                .replaceWithVoid();
    }

    private Uni<Entry> added(NewEntry entry) {
        return RefusalProblem.told(
                client.add(entry),
                ProblemType.CONFLICT,
                "The lists have as many entries as they may have.");
    }
}
