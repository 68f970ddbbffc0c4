package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.SecurityAnswers;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/**
 * The answers to the security questions, for clients in document mode. All others get what a
 * customer without answers gets, and nobody is asked for any: so it is with every strict client,
 * since strict excludes document mode.
 */
@Singleton
class RevealSecurityAnswers implements Webhook {

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
    public Uni<List<Object>> answer(Parameters parameters, Client client) {
        PhoneNumber number = parameters.phoneNumber(client.region());
        Uni<SecurityAnswers> answers =
                client.policy().documentMode()
                        ? lookup.answers(number)
                        : Uni.createFrom().item(NOTHING);
        return answers.map(
                held ->
                        Arrays.asList(
                                held.lastTransactionAmount(),
                                held.lastPaymentMode(),
                                held.debitCardLastFour(),
                                held.birthDate(),
                                held.creditCardExpiries()));
    }
}
