package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.risk.FeedbackApi.Counted;
import io.vouchline.contract.risk.FeedbackApi.Feedback;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells what became of numbers, for their next assessment. Down: 503. */
@ApplicationScoped
public class Outcomes {

    private final FeedbackClient client;
    private final Upstream upstream;

    Outcomes(@RestClient FeedbackClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("risk-service (feedback)", config.risk());
    }

    /**
     * Tells one outcome. Safe to repeat: an id counts once. If the answer to the first try is lost,
     * the next one says that it had been counted.
     */
    public Uni<Counted> tell(Feedback feedback) {
        return upstream.call(() -> client.tell(feedback));
    }
}
