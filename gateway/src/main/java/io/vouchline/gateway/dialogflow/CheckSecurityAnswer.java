package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.upstream.Attempts;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.inject.Singleton;
import java.util.List;
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
    private final Attempts attempts;
    private final CurrentRequest current;

    CheckSecurityAnswer(Lookup lookup, Attempts attempts, CurrentRequest current) {
        this.lookup = lookup;
        this.attempts = attempts;
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
                : current.within(reserved(call.number(), question, answer));
    }

    private Uni<WebhookAnswer> reserved(
            PhoneNumber number, SecurityQuestion question, JsonNode answer) {
        String attemptId = UUID.randomUUID().toString();
        return attempts.reserve(number, attemptId)
                .chain(
                        state ->
                                state == AttemptState.LOCKED
                                        ? Uni.createFrom().item(() -> wrong("locked"))
                                        : looked(number, question, answer, attemptId));
    }

    /** What could not be looked at told nobody anything, and is no failure of the caller's. */
    private Uni<WebhookAnswer> looked(
            PhoneNumber number, SecurityQuestion question, JsonNode answer, String attemptId) {
        return lookup.checkAnswer(number, question, answer)
                .onFailure()
                .call(() -> attempts.pass(number, attemptId).onFailure().recoverWithNull())
                .chain(
                        correct ->
                                correct
                                        ? attempts.pass(number, attemptId)
                                                .replaceWith(
                                                        WebhookAnswer.of(Outcome.VERIFIED, true))
                                        : attempts.fail(number, attemptId)
                                                .replaceWith(wrong("invalid")));
    }

    private static WebhookAnswer wrong(String reason) {
        return WebhookAnswer.because(Outcome.NOT_VERIFIED, reason, false);
    }
}
