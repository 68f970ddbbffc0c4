package io.vouchline.lookup.intake;

/** A line as it came in. */
sealed interface DeliveredLine {

    /** What it takes to keep it, in characters. */
    default int length() {
        return this instanceof Text(long _, String text) ? text.length() : 0;
    }

    /** A line as a JSON text. */
    record Text(long number, String text) implements DeliveredLine {

        @Override
        public String toString() {
            return "Text[" + number + "]";
        }
    }

    /** A line of which not even the text can be read; the reason holds no value of it. */
    record Unreadable(long number, String reason) implements DeliveredLine {}
}
