package io.vouchline.gateway.callback;

import java.util.Locale;

/** What a try of a report came to. */
enum Verdict {
    /** The receiver answered 200, and nothing else counts. */
    DELIVERED,
    /** It answered something else, or not in time: there is a further try, if any is left. */
    FAILED,
    /** It answered 410: it wants no more of it (Standard Webhooks). */
    GONE,
    /** The address is not public, or not https on port 443. */
    FORBIDDEN,
    /** The client has no key to sign with. */
    UNSIGNED,
    /** The transaction, or where it is reported, is no longer known. */
    FORGOTTEN;

    private static final int OK = 200;
    private static final int GONE_STATUS = 410;

    static Verdict ofStatus(int status) {
        return switch (status) {
            case OK -> DELIVERED;
            case GONE_STATUS -> GONE;
            default -> FAILED;
        };
    }

    /** The label of the metric. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
