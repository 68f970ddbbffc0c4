package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.inject.Singleton;
import java.util.Arrays;
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
    public Uni<List<Object>> answer(Parameters parameters, Client client) {
        return lookup.accounts(parameters.phoneNumber(client.region()))
                .map(held -> Arrays.asList(held.count(), held.lastFour(), held.email()));
    }
}
