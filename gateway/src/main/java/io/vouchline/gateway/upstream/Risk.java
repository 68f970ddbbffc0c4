package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.contract.risk.RiskApi.Policy;
import io.vouchline.gateway.access.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
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
                        UUID.randomUUID().toString(),
                        number,
                        original,
                        caller.region(),
                        new Policy(
                                caller.policy().riskThreshold(),
                                caller.policy().riskScale(),
                                Set.of(),
                                false),
                        new Circumstances(true, null, null, null));
        return upstream.call(() -> client.assess(request));
    }
}
