package io.vouchline.gateway.callback;

import java.time.Instant;

/**
 * A delivery report that waits. Where it goes and what was known of the number is read again when
 * it goes: neither is kept twice.
 *
 * @param client whose transaction it is about
 * @param reference the transaction
 * @param updatedOn when it came to this
 */
record Report(String client, String reference, ReportStatus status, Instant updatedOn) {

    /** Names the report: a transaction that comes to the same again is not told again. */
    String id() {
        return reference + "-" + status.code();
    }
}
