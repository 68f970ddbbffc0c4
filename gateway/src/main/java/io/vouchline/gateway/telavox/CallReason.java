package io.vouchline.gateway.telavox;

import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import io.vouchline.gateway.listing.Reason;
import java.util.List;
import java.util.regex.Pattern;

/** Why a flow puts a number on a list. It may say nothing. */
final class CallReason {

    static final String PARAMETER = "reason";

    private static final String UNSAID = "added by a call";
    private static final Pattern TEXT = Pattern.compile(Reason.TEXT);

    private CallReason() {}

    static String read(List<String> values) {
        if (values.size() > 1) {
            throw ProblemType.MALFORMED.exception("Give reason once, or not at all.");
        }
        return values.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(CallReason::checked)
                .orElse(UNSAID);
    }

    private static String checked(String text) {
        UnfilledTemplate.refuse(PARAMETER, text);
        if (text.length() > Reason.LONGEST || !TEXT.matcher(text).matches()) {
            throw ProblemType.MALFORMED.exception(
                    "reason must be one line of at most %d characters.".formatted(Reason.LONGEST));
        }
        return text;
    }
}
