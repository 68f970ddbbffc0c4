package io.vouchline.lookup.card;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.YearMonth;

/**
 * What is kept of a credit card: never its number.
 *
 * @param lastFour the last four digits
 * @param expiry the month up to which it is valid
 */
@RegisterForReflection
public record CreditCard(String lastFour, YearMonth expiry) {

    @Override
    public String toString() {
        return "CreditCard[...]";
    }
}
