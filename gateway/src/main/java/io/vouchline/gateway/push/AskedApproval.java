package io.vouchline.gateway.push;

import io.vouchline.contract.otp.PushApi.Pushed;
import java.time.Instant;

/**
 * An approval that is waited for.
 *
 * @param reference under which its state is read
 * @param match the two digits to tell the caller, who enters them in the app
 */
record AskedApproval(String reference, String match, Instant expiresAt) {

    static AskedApproval of(Pushed pushed) {
        return new AskedApproval(pushed.reference(), pushed.match(), pushed.expiresAt());
    }

    @Override
    public String toString() {
        return "AskedApproval[" + reference + "]";
    }
}
