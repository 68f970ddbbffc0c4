package io.vouchline.gateway.utterance;

import io.vouchline.gateway.language.Lexeme;
import io.vouchline.gateway.language.Sense;
import java.util.Set;

/**
 * A part of an utterance.
 *
 * @param value what it counts, or 0
 * @param text the digits of a number in digits, the region of a country; else empty
 * @param before the punctuation and blanks before it
 * @param senses what a phrase can stand for; else empty
 */
record Item(Kind kind, int value, String text, String before, Set<Sense> senses) {

    /** The kinds: those of {@link Lexeme}, and others. */
    enum Kind {
        DIGITS,
        UNIT,
        SOFT_ZERO,
        TEEN,
        TENS,
        SCALE,
        REPEAT,
        ORDINAL,
        MONTH,
        AND,
        BETWEEN,
        POINT,
        PLUS,
        CURRENCY,
        MINOR,
        DIGIT,
        PHRASE,
        COUNTRY,
        /** What says nothing: "please". */
        NOISE,
        /** What is not known. */
        OTHER;

        /** Whether it counts something. */
        boolean isNumber() {
            return switch (this) {
                case DIGITS, UNIT, SOFT_ZERO, TEEN, TENS, SCALE, REPEAT -> true;
                default -> false;
            };
        }
    }

    static Item of(Kind kind, String before) {
        return new Item(kind, 0, "", before, Set.of());
    }

    static Item digits(String text, String before) {
        int value = text.length() <= 9 ? Integer.parseInt(text) : Integer.MAX_VALUE;
        return new Item(Kind.DIGITS, value, text, before, Set.of());
    }

    static Item of(Lexeme lexeme, String before) {
        return new Item(Kind.valueOf(lexeme.kind().name()), lexeme.value(), "", before, Set.of());
    }

    static Item phrase(Set<Sense> senses, String before) {
        return new Item(Kind.PHRASE, 0, "", before, senses);
    }

    static Item country(String region, String before) {
        return new Item(Kind.COUNTRY, 0, region, before, Set.of());
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether it is 0 to 9 in a word. */
    boolean isUnit() {
        return kind == Kind.UNIT || kind == Kind.SOFT_ZERO;
    }

    @Override
    public String toString() {
        return "Item[" + kind + "]";
    }
}
