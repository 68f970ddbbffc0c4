package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.inject.Singleton;
import java.util.Arrays;
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
    public Uni<List<Object>> answer(Parameters parameters, Client client) {
        return lookup.creditCards(parameters.phoneNumber(client.region()))
                .map(held -> Arrays.asList(held.count(), held.lastFour(), held.email()));
    }
}
