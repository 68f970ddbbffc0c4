package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.gateway.access.Client;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Should we trust this number enough to call it? Down: 503, no call. */
@ApplicationScoped
public class Risk {

    private final RiskClient client;
    private final Upstream upstream;

    Risk(@RestClient RiskClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("risk-service", config.risk());
    }

    /**
     * Assesses a number under the client's policy.
     *
     * @param original the text that the platform sent
     */
    public Uni<Assessment> assess(Client caller, PhoneNumber number, String original) {
        AssessmentRequest request =
                new AssessmentRequest(
                        number,
                        original,
                        caller.region(),
                        caller.policy().riskThreshold(),
                        caller.policy().riskScale());
        return upstream.call(() -> client.assess(request));
    }
}
