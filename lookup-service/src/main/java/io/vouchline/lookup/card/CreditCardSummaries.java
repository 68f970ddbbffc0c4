package io.vouchline.lookup.card;

import io.vouchline.contract.lookup.LookupApi.CreditCardSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summarizes credit cards as the Dialogflow document defines it. */
public final class CreditCardSummaries {

    private CreditCardSummaries() {}

    /** Tells the last four digits only of a single card. */
    public static CreditCardSummary of(List<CreditCard> cards, @Nullable String email) {
        String lastFour = cards.size() == 1 ? cards.getFirst().lastFour() : null;
        return new CreditCardSummary(cards.size(), lastFour, email);
    }
}
