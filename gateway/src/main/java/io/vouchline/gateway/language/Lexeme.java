package io.vouchline.gateway.language;

/**
 * A word that numbers, dates and amounts are made of.
 *
 * @param value what it counts; 0 where the kind counts nothing
 */
public record Lexeme(Kind kind, int value) {

    /** The kinds. */
    public enum Kind {
        /** 0 to 9. */
        UNIT,
        /** A word for 0 that is also an exclamation: "oh". */
        SOFT_ZERO,
        /** 10 to 19. */
        TEEN,
        /** 20, 30 and so on to 90. */
        TENS,
        /** 100, 1000, 1000000. */
        SCALE,
        /** How often the next digit comes: "double". */
        REPEAT,
        /** "third". */
        ORDINAL,
        MONTH,
        AND,
        /** What is said between digits: "dash". */
        BETWEEN,
        /** What is said for the decimal sign. */
        POINT,
        PLUS,
        /** "dollars". */
        CURRENCY,
        /** The hundredth part of a currency: "cents". */
        MINOR,
        /** "digits": the number before it counts them. */
        DIGIT
    }
}
