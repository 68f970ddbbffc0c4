package io.vouchline.gateway.dialogflow;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.problem.ProblemType;
import java.util.Locale;

/** The name of a security question. */
final class AskedQuestion {

    private AskedQuestion() {}

    /** Reads one of the five names, in any letter case. */
    static SecurityQuestion of(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_")) {
            case "dob" -> SecurityQuestion.DOB;
            case "debit_card" -> SecurityQuestion.DEBIT_CARD;
            case "card_expiry" -> SecurityQuestion.CARD_EXPIRY;
            case "transaction_amount" -> SecurityQuestion.TRANSACTION_AMOUNT;
            case "payment_mode" -> SecurityQuestion.PAYMENT_MODE;
            default ->
                    throw ProblemType.MALFORMED.exception(
                            "question must be dob, debit_card, card_expiry, transaction_amount or"
                                    + " payment_mode.");
        };
    }
}
