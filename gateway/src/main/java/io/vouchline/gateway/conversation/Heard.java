package io.vouchline.gateway.conversation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a caller meant. */
public sealed interface Heard extends Event {

    /** What needs no value. */
    enum Sign implements Heard {
        /** Agreement; also that the caller has power of attorney. */
        YES,
        /** Disagreement, where something can be denied. */
        NO,
        /** The caller will not tell. */
        REFUSAL,
        /** The code has not come. */
        NOT_RECEIVED,
        /** The caller wants a person. */
        AGENT,
        /** The caller wants to hear it again. */
        REPEAT,
        /** The caller needs a moment. */
        WAIT,
        /** The caller is back. */
        READY,
        /** The caller wants to approve in the institution's app instead. */
        APP,
        /** Nothing came. */
        SILENCE,
        /** Something came that means nothing here. */
        NOTHING,
        /** The caller is gone. */
        HANGUP
    }

    /**
     * A telephone number, or what may be a part of one.
     *
     * @param text digits, with a leading "+" if the caller has said it
     */
    record Telephone(String text) implements Heard {

        @Override
        public String toString() {
            return "Telephone[...]";
        }
    }

    /**
     * A country.
     *
     * @param callingCode its calling code, 1 to 3 digits
     */
    record Country(String callingCode) implements Heard {}

    /**
     * A date, or the parts of one that were told. It need not be a date that there is.
     *
     * @param year with its century
     */
    record Date(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day)
            implements Heard {

        @Override
        public String toString() {
            return "Date[...]";
        }
    }

    /**
     * A month and year up to which a card is valid, or the one that was told. It need not be a
     * month that there is.
     *
     * @param year with its century
     */
    record Expiry(@Nullable Integer year, @Nullable Integer month) implements Heard {

        @Override
        public String toString() {
            return "Expiry[...]";
        }
    }

    /** Digits, as many as were told: of a code, a key or a card. */
    record Digits(String digits) implements Heard {

        @Override
        public String toString() {
            return "Digits[...]";
        }
    }

    /** An amount of money without its currency; never negative. */
    record Amount(BigDecimal amount) implements Heard {

        @Override
        public String toString() {
            return "Amount[...]";
        }
    }

    /**
     * A way of paying.
     *
     * @param word one of the document's: mobile, upi, online, debit, credit, account
     */
    record Mode(String word) implements Heard {

        @Override
        public String toString() {
            return "Mode[...]";
        }
    }

    /** A way for the code. */
    record WayChosen(Way way) implements Heard {}

    /** Which part of a card's expiry was wrong. */
    record PartChosen(Part part) implements Heard {}

    /** The parts of a card's expiry. */
    enum Part {
        WHOLE,
        MONTH,
        YEAR
    }
}
