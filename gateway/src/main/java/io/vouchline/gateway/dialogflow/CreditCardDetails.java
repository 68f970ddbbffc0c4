package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.inject.Singleton;
import java.util.List;

/** The credit cards behind a number. */
@Singleton
class CreditCardDetails implements Webhook {

    private final Lookup lookup;

    CreditCardDetails(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "get_credit_card_details";
    }

    @Override
    public List<String> fields() {
        return List.of("credit_card_count", "last_four_digit_of_credit_card_number", "email");
    }

    @Override
    public Uni<WebhookAnswer> answer(WebhookCall call) {
        return lookup.creditCards(call.number())
                .map(
                        held ->
                                WebhookAnswer.of(
                                        held.count() > 0 ? Outcome.FOUND : Outcome.NOT_FOUND,
                                        held.count(),
                                        held.lastFour(),
                                        held.email()));
    }
}
