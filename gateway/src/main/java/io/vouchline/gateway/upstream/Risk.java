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
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Should we trust this number enough to call it? Down: 503, see {@link #isAway}. */
@ApplicationScoped
public class Risk {

    /** No score is above it: as a threshold it blocks nothing. */
    private static final int HIGHEST_SCORE = 1000;

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
     * @param id this request's own, by which it can be withdrawn
     * @param original the text that the platform sent
     */
    public Uni<Assessment> assess(
            Client caller,
            String id,
            PhoneNumber number,
            String original,
            Circumstances circumstances) {
        AssessmentRequest request =
                new AssessmentRequest(
                        id,
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

    /** Without Verify Plus the code goes out whatever the score, and nobody wants it told. */
    private static Policy policy(PolicyConfig policy) {
        return new Policy(
                policy.verifyPlus() ? policy.riskThreshold() : HIGHEST_SCORE,
                policy.riskScale(),
                policy.expectedRegions().orElse(Set.of()),
                policy.shadow());
    }
}
