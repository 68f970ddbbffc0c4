package io.vouchline.local.report;

/** A command that was given wrongly, in a few words for the person who gave it. */
public final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageError(String sentence) {
        super(sentence);
    }

    public UsageError(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is wrong. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
