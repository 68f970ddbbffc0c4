package io.vouchline.gateway.telesign;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.telesign.VerifyAnswer.Status;
import io.vouchline.gateway.transaction.TransactionStatus;
import io.vouchline.gateway.upstream.Risk;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/**
 * What is known of a number to which nothing is sent. A risk-service that is away is told as such:
 * there is nothing else to answer with.
 */
@Singleton
class Intelligence {

    private final Risk risk;
    private final ReferenceIds references;
    private final CurrentDecision decision;
    private final InstantSource clock = InstantSource.system();

    Intelligence(Risk risk, ReferenceIds references, CurrentDecision decision) {
        this.risk = risk;
        this.references = references;
        this.decision = decision;
    }

    /**
     * Assesses a number.
     *
     * @param scored whether the answer tells the risk
     */
    Uni<IntelligenceAnswer> told(Client client, IntelligenceRequest request, boolean scored) {
        String reference = references.fresh();
        decision.about(request.number());
        decision.reference(reference);
        return risk.assess(
                        client,
                        UUID.randomUUID().toString(),
                        request.number(),
                        request.original(),
                        new Circumstances(false, null, null, request.address().orElse(null)))
                .invoke(assessment -> decision.came(Outcome.ASSESSED))
                .map(
                        assessment ->
                                IntelligenceAnswer.of(
                                        reference,
                                        request.externalId().orElse(null),
                                        Status.of(TransactionStatus.COMPLETED, clock.instant()),
                                        assessment,
                                        scored));
    }
}
