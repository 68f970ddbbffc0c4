package io.vouchline.gateway.telavox;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vouchline.contract.lookup.LookupApi.Customer;
import io.vouchline.contract.lookup.LookupApi.CustomerMatch;
import io.vouchline.contract.lookup.LookupApi.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the Telavox document, with a word that tells how many customers were found.
 *
 * @param outcome none, single, multiple, or error
 * @param customer given only with single
 */
record TelavoxCustomer(boolean found, String outcome, @Nullable Card customer) {

    /** What a failure is told as. */
    static final TelavoxCustomer ERROR = new TelavoxCustomer(false, "error", null);

    static TelavoxCustomer of(CustomerMatch match) {
        return new TelavoxCustomer(
                match.outcome() == Outcome.SINGLE,
                match.outcome().name().toLowerCase(Locale.ROOT),
                match.customer() == null ? null : Card.of(match.customer()));
    }

    /** The customer object of the document. */
    record Card(
            String name,
            @JsonProperty("phoneNumber") @Nullable String phoneNumber,
            @JsonProperty("accountNumber") @Nullable String accountNumber) {

        static Card of(Customer customer) {
            return new Card(
                    customer.name(),
                    customer.phoneNumber() == null ? null : customer.phoneNumber().e164(),
                    customer.accountNumber() == null ? null : customer.accountNumber().value());
        }

        @Override
        public String toString() {
            return "Card[...]";
        }
    }
}
