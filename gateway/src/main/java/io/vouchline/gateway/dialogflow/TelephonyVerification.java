package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.inject.Singleton;
import java.util.List;

/** The accounts behind a number. */
@Singleton
class TelephonyVerification implements Webhook {

    private final Lookup lookup;

    TelephonyVerification(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "telephony_verification";
    }

    @Override
    public List<String> fields() {
        return List.of("account_count", "last_four_digit_of_account_number", "email");
    }

    @Override
    public Uni<WebhookAnswer> answer(WebhookCall call) {
        return lookup.accounts(call.number())
                .map(
                        held ->
                                WebhookAnswer.of(
                                        held.count() > 0 ? Outcome.FOUND : Outcome.NOT_FOUND,
                                        held.count(),
                                        held.lastFour(),
                                        held.email()));
    }
}
