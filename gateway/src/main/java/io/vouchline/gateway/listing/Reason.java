package io.vouchline.gateway.listing;

import io.vouchline.contract.risk.ListApi;

/** Why a number is put on a list: one line of text that names nobody. Blanks around it go. */
public final class Reason {

    /** The most characters. */
    public static final int LONGEST = 200;

    /** What risk-service takes. */
    public static final String TEXT = ListApi.TEXT;

    private Reason() {}
}
