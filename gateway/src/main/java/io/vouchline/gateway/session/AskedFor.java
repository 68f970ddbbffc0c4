package io.vouchline.gateway.session;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.conversation.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a session ask for.
 *
 * @param claim {@code auth_level}: the level that the platform says was reached; null if it says
 *     none
 * @param number {@code phone_number}; null if the platform knows none
 */
record AskedFor(Parameters parameters, @Nullable Integer claim, @Nullable PhoneNumber number) {

    /** The level that ends it; none above 0 without a kind of holder to look for. */
    int required() {
        return parameters.accounts() || parameters.cards() ? parameters.level() : 0;
    }

    @Override
    public String toString() {
        return "AskedFor[" + parameters.level() + "]";
    }
}
