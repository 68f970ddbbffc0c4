package io.vouchline.gateway.access;

import java.util.List;
import java.util.Optional;

/**
 * A range of IP addresses by its common first bits (RFC 4632), such as {@code 80.83.208.0/20}.
 *
 * @param first its first address
 * @param bits how many bits all its addresses have in common
 */
record SourceRange(SourceAddress first, int bits) {

    /** What a mistake in a setting is answered with. */
    static final String REMEDY =
            "name ranges such as 80.83.208.0/20 or 2001:db8::/32, without bits beyond the prefix";

    /** The range that a text names; empty if it is none. A single address is a range too. */
    static Optional<SourceRange> of(String text) {
        int slash = text.indexOf('/');
        return SourceAddress.of(slash < 0 ? text : text.substring(0, slash))
                .flatMap(
                        first ->
                                slash < 0
                                        ? Optional.of(new SourceRange(first, first.length()))
                                        : bits(text.substring(slash + 1), first)
                                                .map(bits -> new SourceRange(first, bits)))
                .filter(SourceRange::isItsFirst);
    }

    /**
     * The ranges of a setting.
     *
     * @throws IllegalStateException with setting, value and remedy, if one is none
     */
    static List<SourceRange> all(String setting, List<String> texts) {
        return texts.stream()
                .map(
                        text ->
                                of(text.strip())
                                        .orElseThrow(
                                                () ->
                                                        new IllegalStateException(
                                                                "%s=%s: %s"
                                                                        .formatted(
                                                                                setting, text,
                                                                                REMEDY))))
                .toList();
    }

    /** Whether an address lies in it. */
    boolean holds(SourceAddress address) {
        return first.startsAs(address, bits);
    }

    /** Whether some address lies in both. */
    boolean overlaps(SourceRange other) {
        return first.startsAs(other.first, Math.min(bits, other.bits));
    }

    private static Optional<Integer> bits(String text, SourceAddress first) {
        if (!text.matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(text);
        return bits <= first.length() ? Optional.of(bits) : Optional.empty();
    }

    /** A range with bits beyond its prefix may be a slip of the pen: which one is not guessed. */
    private boolean isItsFirst() {
        return first.endsInZeros(bits);
    }
}
