package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.otp.passcode.Passcode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where verifications live. Every method is one decision: no other call can come between. */
interface VerificationStore {

    /**
     * Issues a code, unless an equal request was answered before and its code is still the one to
     * use. Fails with {@link LateIssueException} when the draft's time is over.
     */
    Uni<Outcome> issue(Draft draft);

    /** Checks a submitted code against the number's current verification. */
    Uni<CodeState> checkNumber(String numberHash, String submitted);

    /** Checks a submitted code against a verification of this tenant. */
    Uni<CodeState> checkReference(String tenant, String reference, String submitted);

    /** A verification's state, if this tenant has such a verification. */
    Uni<Optional<Verification>> find(String tenant, String reference);

    /** The sealed message of a verification, while its code is live. */
    Uni<Optional<String>> sealedMessage(String reference);

    /**
     * What is to be issued.
     *
     * @param idempotency a digest of the client and its idempotency key
     * @param deadline until when the answer is of use
     * @param prefix the destination in coarse form: country calling code and leading digits
     */
    record Draft(
            Reference reference,
            String numberHash,
            Passcode code,
            String sealedMessage,
            Channel channel,
            Duration life,
            String idempotency,
            Duration idempotencyLife,
            String tenant,
            String client,
            String prefix,
            boolean revealed,
            Deadline deadline) {}

    /** Nobody waits for this code any more: none was issued. */
    final class LateIssueException extends RuntimeException {

        LateIssueException() {
            super("the time to issue this code is over");
        }
    }

    /**
     * What was issued.
     *
     * @param fresh whether it was issued now; otherwise an earlier, equal request had issued it
     */
    record Outcome(String reference, Instant expiresAt, boolean fresh) {}
}
