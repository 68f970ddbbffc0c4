package io.vouchline.lookup.card;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.YearMonth;

/**
 * What is kept of a debit card: never its number.
 *
 * @param lastFour the last four digits
 * @param expiry the month up to which it is valid
 * @param primary whether it is the one that is asked for
 */
@RegisterForReflection
public record DebitCard(String lastFour, YearMonth expiry, boolean primary) {

    @Override
    public String toString() {
        return "DebitCard[...]";
    }
}
