package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.SecurityAnswers;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the security questions, for clients in document mode. All others get what a
 * customer without answers gets, and nobody is asked for any: so it is with every strict client,
 * since strict excludes document mode.
 */
@Singleton
class RevealSecurityAnswers implements Webhook {

    /** More months than this century has left; the answer stays far below Dialogflow's 64 KiB. */
    private static final int MOST_EXPIRIES = 1_000;

    private static final SecurityAnswers NOTHING =
            new SecurityAnswers(null, null, null, null, List.of());

    private final Lookup lookup;

    RevealSecurityAnswers(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "security_answers";
    }

    @Override
    public List<String> fields() {
        return List.of(
                "security_last_trans_amount",
                "last_payment_mode",
                "security_card_number",
                "user_dob",
                "cards_exp_date_all");
    }

    @Override
    public Uni<WebhookAnswer> answer(WebhookCall call) {
        return call.policy().documentMode()
                ? lookup.answers(call.number()).map(held -> answer(held, Outcome.REVEALED, null))
                : Uni.createFrom()
                        .item(() -> answer(NOTHING, Outcome.NOT_FOUND, "not_in_document_mode"));
    }

    private static WebhookAnswer answer(
            SecurityAnswers held, Outcome outcome, @Nullable String reason) {
        return WebhookAnswer.because(
                outcome,
                reason,
                held.lastTransactionAmount(),
                held.lastPaymentMode(),
                held.debitCardLastFour(),
                held.birthDate(),
                held.creditCardExpiries().stream().distinct().limit(MOST_EXPIRIES).toList());
    }
}
