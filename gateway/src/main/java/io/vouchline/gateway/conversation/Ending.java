package io.vouchline.gateway.conversation;

import org.jspecify.annotations.Nullable;

/**
 * How a conversation ended.
 *
 * @param reason why, if it was not a success; null for a success
 */
public record Ending(@Nullable Reason reason) {

    static final Ending SUCCESS = new Ending(null);

    /** Whether the required level was reached. */
    public boolean isSuccess() {
        return reason == null;
    }

    /** Whether the caller is to be put through to a person. */
    public boolean isTransfer() {
        return reason == Reason.AGENT;
    }

    /** Whether it was a fault of ours, and none of the caller's. */
    public boolean isOutage() {
        return reason == Reason.WEBHOOK_ERROR || reason == Reason.WEBHOOK_NOT_FOUND;
    }
}
