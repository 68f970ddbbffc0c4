package io.vouchline.otp.delivery;

/**
 * The name of a message, as carriers and receivers are told it: {@code <reference>-<place>}.
 *
 * @param place its place among the messages of its verification, beginning with 1
 */
public record MessageId(String reference, int place) {

    /** Reads a name of the form that {@link #toString()} writes. */
    public static MessageId parse(String text) {
        int dash = text.indexOf('-');
        return new MessageId(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)));
    }

    @Override
    public String toString() {
        return reference + '-' + place;
    }
}
