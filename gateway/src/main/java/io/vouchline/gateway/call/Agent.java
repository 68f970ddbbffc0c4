package io.vouchline.gateway.call;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An agent by the name that the exchange has: an extension, a mailbox, a number, a person's name. 1
 * to 64 letters, digits, blanks and {@code ._@:+=~-}.
 *
 * @param name case-sensitive
 */
public record Agent(String name) {

    private static final Pattern PATTERN =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}._@:+=~-][\\p{L}\\p{M}\\p{Nd} ._@:+=~-]{0,63}");

    private static final Pattern NUMBER_WITHOUT_PLUS = Pattern.compile(" [0-9]+");

    /** The agent, if the text names one; blanks around it go, but one that was a "+" comes back. */
    public static Optional<Agent> of(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        String name =
                NUMBER_WITHOUT_PLUS.matcher(normal).matches()
                        ? "+" + normal.strip()
                        : normal.strip();
        return PATTERN.matcher(name).matches() ? Optional.of(new Agent(name)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Agent[...]";
    }
}
