package io.vouchline.gateway.prompt;

/**
 * Words, and the same as the content of an SSML document.
 *
 * @param aloud with digits apart
 * @param ssml without its root
 */
record Spoken(String text, String aloud, String ssml) {

    static final Spoken NOTHING = new Spoken("", "", "");

    /** A text. */
    static Spoken words(String text) {
        return new Spoken(text, text, Ssml.escaped(text));
    }

    /** Digits that are said one by one. */
    static Spoken digits(String digits) {
        return new Spoken(digits, Ssml.apart(digits), Ssml.digits(digits));
    }

    Spoken and(Spoken more) {
        return new Spoken(text + more.text, aloud + more.aloud, ssml + more.ssml);
    }

    @Override
    public String toString() {
        return "Spoken[...]";
    }
}
