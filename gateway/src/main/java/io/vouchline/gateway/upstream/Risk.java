package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.contract.risk.RiskApi.Policy;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Should we trust this number enough to call it? Down: 503, see {@link #isAway}. */
@ApplicationScoped
public class Risk {

    private final RiskClient client;
    private final Upstream upstream;

    Risk(@RestClient RiskClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("risk-service", config.risk());
    }

    /**
     * Assesses a number under the client's policy. Safe to repeat: every try has the same id, so
     * that the request counts once.
     *
     * @param original the text that the platform sent
     */
    public Uni<Assessment> assess(
            Client caller, PhoneNumber number, String original, Circumstances circumstances) {
        AssessmentRequest request =
                new AssessmentRequest(
                        UUID.randomUUID().toString(),
                        number,
                        original,
                        caller.region(),
                        policy(caller.policy()),
                        circumstances);
        return upstream.call(() -> client.assess(request));
    }

    /** Whether a number was not assessed because risk-service does not answer. */
    public static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException away
                && away.problem().status() == ProblemType.UNAVAILABLE.status();
    }

    /** Without Verify Plus the code goes out whatever the score, as it does in shadow mode. */
    private static Policy policy(PolicyConfig policy) {
        return new Policy(
                policy.riskThreshold(),
                policy.riskScale(),
                policy.expectedRegions().orElse(Set.of()),
                policy.shadow() || !policy.verifyPlus());
    }
}
