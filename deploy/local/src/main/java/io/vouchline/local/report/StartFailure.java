package io.vouchline.local.report;

/**
 * Why the fleet cannot run, in one sentence for the person who started it: what is wrong, with the
 * value that is wrong, and what to do about it.
 */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What went wrong below, in a few words that fit into a sentence. */
    public static String reason(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String name = root.getClass().getSimpleName();
        return message == null ? name : name + ": " + message.strip().replaceAll("\\s+", " ");
    }
}
