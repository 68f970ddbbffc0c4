package io.vouchline.lookup.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** The payment modes of the Dialogflow document's entity. */
@RegisterForReflection
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
