package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.attempt.ProofCheck;
import io.vouchline.gateway.attempt.ProofVerdict;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks a security answer on our side, so that the agent never needs to know it. A failure is
 * counted before anybody looks, under the one counter of the number: a right answer takes its own
 * failure back, a locked number is told as a wrong answer. Nobody behind the number and several
 * persons are wrong answers too. A strict client's answers are all wrong, and nobody is asked.
 */
@Singleton
class CheckSecurityAnswer implements Webhook {

    private final Lookup lookup;
    private final ProofCheck proofs;
    private final CurrentRequest current;

    CheckSecurityAnswer(Lookup lookup, ProofCheck proofs, CurrentRequest current) {
        this.lookup = lookup;
        this.proofs = proofs;
        this.current = current;
    }

    @Override
    public String name() {
        return "check_security_answer";
    }

    @Override
    public List<String> fields() {
        return List.of("answer_correct");
    }

    @Override
    public Uni<WebhookAnswer> answer(WebhookCall call) {
        SecurityQuestion question = AskedQuestion.of(call.parameters().required("question"));
        JsonNode answer = GivenAnswer.read(call.parameters().value("answer"));
        return call.policy().strict()
                ? Uni.createFrom().item(() -> wrong("strict"))
                : current.within(checked(call.number(), question, answer));
    }

    private Uni<WebhookAnswer> checked(
            PhoneNumber number, SecurityQuestion question, JsonNode answer) {
        return proofs.check(
                        number,
                        UUID.randomUUID().toString(),
                        () ->
                                lookup.checkAnswer(number, null, question, answer)
                                        .map(right -> Optional.of(right).filter(is -> is)))
                .map(CheckSecurityAnswer::told);
    }

    private static WebhookAnswer told(ProofVerdict<Boolean> verdict) {
        if (verdict.isRight()) {
            return WebhookAnswer.of(Outcome.VERIFIED, true);
        }
        return wrong(verdict.isLocked() ? "locked" : "invalid");
    }

    private static WebhookAnswer wrong(String reason) {
        return WebhookAnswer.because(Outcome.NOT_VERIFIED, reason, false);
    }
}
