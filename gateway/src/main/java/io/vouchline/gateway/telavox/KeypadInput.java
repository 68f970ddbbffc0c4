package io.vouchline.gateway.telavox;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** An account number as a caller keys it in. */
final class KeypadInput {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,34}");

    private KeypadInput() {}

    /** Drops blanks and the closing "#"; refuses a wrong length or anything but digits. */
    static AccountNumber accountNumber(String text, PolicyConfig policy) {
        UnfilledTemplate.refuse("accountNumber", text);
        String digits =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("\\s", "")
                        .replaceAll("#$", "");
        if (!DIGITS.matcher(digits).matches()) {
            throw ProblemType.MALFORMED.exception("accountNumber must be digits.");
        }
        if (digits.length() < policy.accountNumberMin()
                || digits.length() > policy.accountNumberMax()) {
            throw ProblemType.MALFORMED.exception(
                    "accountNumber must have %d to %d digits."
                            .formatted(policy.accountNumberMin(), policy.accountNumberMax()));
        }
        return new AccountNumber(digits);
    }
}
