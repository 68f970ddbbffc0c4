package io.vouchline.risk.simulation;

/** A command that was given wrongly, in a few words for the person who gave it. */
final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageError(String sentence) {
        super(sentence);
    }

    /** What is wrong. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
