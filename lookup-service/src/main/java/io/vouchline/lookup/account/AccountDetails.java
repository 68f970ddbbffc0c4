package io.vouchline.lookup.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed in an account's row.
 *
 * @param lastTransaction null if none is held
 */
@RegisterForReflection
public record AccountDetails(
        AccountNumber number,
        List<DebitCard> debitCards,
        List<CreditCard> creditCards,
        @Nullable Transaction lastTransaction) {

    /** The number alone: all that a person with power of attorney brings. */
    public AccountDetails withoutAnswers() {
        return new AccountDetails(number, List.of(), List.of(), null);
    }

    @Override
    public String toString() {
        return "AccountDetails[" + number + "]";
    }
}
