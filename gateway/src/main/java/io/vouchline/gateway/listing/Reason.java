package io.vouchline.gateway.listing;

/** Why a number is put on a list: one line of text that names nobody. */
public final class Reason {

    /** The most characters. */
    public static final int LONGEST = 200;

    /** Neither control characters nor halves of characters. */
    public static final String TEXT = "[^\\p{Cc}\\p{Cs}]*";

    private Reason() {}
}
