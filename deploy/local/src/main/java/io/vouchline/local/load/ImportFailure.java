package io.vouchline.local.load;

/**
 * Why a file was not loaded, in one sentence for the person who wanted it: what is wrong, and what
 * to do about it.
 */
final class ImportFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportFailure(String sentence) {
        super(sentence);
    }

    ImportFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
