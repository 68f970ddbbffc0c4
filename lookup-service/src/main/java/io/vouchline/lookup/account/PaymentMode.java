package io.vouchline.lookup.account;

import java.util.Locale;

/** The payment modes of the Dialogflow document's entity. */
public enum PaymentMode {
    MOBILE,
    UPI,
    ONLINE,
    DEBIT,
    CREDIT,
    ACCOUNT;

    /** The document's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
