package io.vouchline.lookup.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A last transaction, as a security question asks for it.
 *
 * @param amount exact, in the account's currency
 * @param mode how it was paid
 * @param at its day
 */
@RegisterForReflection
public record Transaction(BigDecimal amount, PaymentMode mode, LocalDate at) {

    @Override
    public String toString() {
        return "Transaction[...]";
    }
}
