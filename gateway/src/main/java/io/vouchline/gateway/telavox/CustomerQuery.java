package io.vouchline.gateway.telavox;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.call.CallHint;
import io.vouchline.gateway.call.CallId;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is looked for, by account number or by telephone number, and in which call.
 *
 * @param account null if a telephone number is given
 * @param number null if an account number is given
 */
record CustomerQuery(@Nullable AccountNumber account, @Nullable PhoneNumber number, CallHint hint) {

    static final String ACCOUNT_NUMBER = "accountNumber";
    static final String CALL_ID = "callId";
    static final String CALLER = "caller";

    /**
     * Reads it. The calling number is the caller's, unless the query names another. A call or
     * caller that cannot be read is one that is not told: a look-up does not fail for it.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, also for a template that was not
     *     filled in; it does not repeat the values
     */
    static CustomerQuery read(
            List<String> accountNumbers,
            List<String> phoneNumbers,
            List<String> callIds,
            List<String> callers,
            Client client) {
        if (accountNumbers.size() + phoneNumbers.size() != 1) {
            throw ProblemType.MALFORMED.exception(
                    "Give accountNumber or phoneNumber, one of the two, once; with accountNumber, caller says who calls.");
        }
        AccountNumber account =
                accountNumbers.isEmpty()
                        ? null
                        : KeypadInput.accountNumber(accountNumbers.getFirst(), client.policy());
        PhoneNumber number =
                phoneNumbers.isEmpty()
                        ? null
                        : CallingNumber.read(phoneNumbers.getFirst(), client.region());
        PhoneNumber caller =
                optional(CALLER, callers)
                        .flatMap(text -> CallingNumber.ifAny(CALLER, text, client.region()))
                        .orElse(number);
        CallId id = optional(CALL_ID, callIds).flatMap(CallId::of).orElse(null);
        return new CustomerQuery(account, number, new CallHint(id, caller));
    }

    private static Optional<String> optional(String name, List<String> values) {
        if (values.size() > 1) {
            throw ProblemType.MALFORMED.exception("Give " + name + " once, or not at all.");
        }
        Optional<String> text = values.stream().findFirst();
        text.ifPresent(value -> UnfilledTemplate.refuse(name, value));
        return text;
    }

    @Override
    public String toString() {
        return "CustomerQuery[...]";
    }
}
