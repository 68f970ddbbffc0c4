package io.vouchline.gateway.call;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A platform's own name of a call, unique within a tenant: 1 to 128 letters, digits and {@code
 * ._:@=~-}.
 *
 * @param value the name, case-sensitive
 */
public record CallId(String value) {

    /** What a name is made of, as a regular expression. */
    public static final String SYNTAX = "[A-Za-z0-9._:@=~-]{1,128}";

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    /** Refuses any other text; the message does not repeat it. */
    public CallId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a call");
        }
    }

    /** The name, if the text is one; blanks around it go. */
    public static Optional<CallId> of(String text) {
        String stripped = text.strip();
        return PATTERN.matcher(stripped).matches()
                ? Optional.of(new CallId(stripped))
                : Optional.empty();
    }

    /** A platform may take a telephone number for a name. */
    @Override
    public String toString() {
        return "CallId[...]";
    }
}
