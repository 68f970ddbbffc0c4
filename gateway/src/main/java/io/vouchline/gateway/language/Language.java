package io.vouchline.gateway.language;

/** A language: what is said in it, and how callers say things. */
public final class Language {

    private final String tag;

    private Language(String tag) {
        this.tag = tag;
    }

    /** The language that fits a tag (BCP 47) best; English, if none does. */
    public static Language of(String tag) {
        return new Language(tag);
    }

    /** Its tag. */
    public String tag() {
        return tag;
    }
}
