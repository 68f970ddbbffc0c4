package io.vouchline.lookup.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller answered, as the kinds of values read it. Whatever JSON arrives becomes one of
 * these; what is too long, too large or of no such kind becomes {@link Nothing}.
 */
sealed interface Spoken {

    /** Reads an answer; a list of one element is that element. */
    static Spoken of(JsonNode answer) {
        JsonNode said = answer.isArray() && answer.size() == 1 ? answer.get(0) : answer;
        return said.isObject() ? new Parts(said) : scalar(said);
    }

    private static Spoken scalar(JsonNode said) {
        if (said.isTextual()) {
            return Words.of(said.textValue());
        }
        return said.isNumber() ? Figure.of(said) : new Nothing();
    }

    /** The digits of a whole number that is not negative, if it is one. */
    default Optional<String> digits() {
        return Optional.empty();
    }

    /**
     * A text.
     *
     * @param folded compatibility forms replaced, in small letters, without blanks around
     */
    record Words(String folded) implements Spoken {

        private static final int LONGEST = 256;
        private static final Pattern DIGITS = Pattern.compile("[0-9]+");
        private static final Pattern PAUSES = Pattern.compile("[\\s/.,;:!?'\"()\\p{Pd}]+");
        private static final Pattern ONE_BY_ONE =
                Pattern.compile("[0-9](?: [0-9])+|[0-9]{2}(?: [0-9]{2})+");

        private static Spoken of(String text) {
            if (text.length() > LONGEST) {
                return new Nothing();
            }
            String compatible = Normalizer.normalize(text, Form.NFKC);
            return new Words(compatible.toLowerCase(Locale.ROOT).strip());
        }

        @Override
        public Optional<String> digits() {
            return Optional.of(folded).filter(text -> DIGITS.matcher(text).matches());
        }

        /**
         * The words with one blank between them and no punctuation. Digits that were said one by
         * one or in pairs are one word.
         */
        String plain() {
            String plain = PAUSES.matcher(folded).replaceAll(" ").strip();
            return ONE_BY_ONE.matcher(plain).matches() ? plain.replace(" ", "") : plain;
        }

        @Override
        public String toString() {
            return "Words[...]";
        }
    }

    /**
     * A number.
     *
     * @param value small enough to be written out
     */
    record Figure(BigDecimal value) implements Spoken {

        // Written out, 1E400000000 would fill the memory.
        private static final int MOST_DIGITS = 32;

        private static Spoken of(JsonNode number) {
            // A double may be infinite, a BigDecimal cannot.
            return Double.isFinite(number.doubleValue())
                    ? bounded(number.decimalValue())
                    : new Nothing();
        }

        private static Spoken bounded(BigDecimal value) {
            boolean small =
                    value.precision() <= MOST_DIGITS
                            && -MOST_DIGITS <= value.scale()
                            && value.scale() <= MOST_DIGITS;
            return small ? new Figure(value) : new Nothing();
        }

        @Override
        public Optional<String> digits() {
            boolean whole = value.stripTrailingZeros().scale() <= 0;
            return whole && value.signum() >= 0
                    ? Optional.of(value.toBigInteger().toString())
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "Figure[...]";
        }
    }

    /** An object such as {@code {"day":3,"month":2,"year":1995}}. */
    record Parts(JsonNode members) implements Spoken {

        private static final int LONGEST = 4;

        /** A member that is a text or a number; nothing if it is neither, or is not there. */
        Spoken part(String name) {
            return scalar(members.path(name));
        }

        /** A member that is a whole number of at most four digits. */
        Optional<Integer> whole(String name) {
            return part(name)
                    .digits()
                    .filter(digits -> digits.length() <= LONGEST)
                    .map(Integer::valueOf);
        }

        @Override
        public String toString() {
            return "Parts[...]";
        }
    }

    /** What cannot be read. */
    record Nothing() implements Spoken {}
}
