package io.vouchline.gateway.dialect;

import io.vouchline.contract.problem.ProblemType;
import java.util.regex.Pattern;

/**
 * A template that a platform sent as it stood, instead of the value that belongs there: {@code
 * $session.params.x}, <code>{x}</code>, {@code %x%}, each of them percent-encoded or not, or the
 * word for "no value".
 */
public final class UnfilledTemplate {

    private static final Pattern TEMPLATE =
            Pattern.compile(
                    "(\\$|%24).*|(\\{|%7B).*(}|%7D)|%.*%(25)?|null|undefined",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private UnfilledTemplate() {}

    /**
     * Refuses such a template, so that it is never looked up.
     *
     * @param name the parameter that holds the text
     * @throws io.vouchline.contract.problem.ProblemException 400; it does not repeat the text
     */
    public static void refuse(String name, String text) {
        if (TEMPLATE.matcher(text.strip()).matches()) {
            throw ProblemType.MALFORMED.exception(
                    name + " holds a template that was not filled in.");
        }
    }
}
