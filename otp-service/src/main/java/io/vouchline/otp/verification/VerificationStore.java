package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.otp.passcode.Passcode;
import io.vouchline.otp.verification.Drafts.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where verifications live. Every method is one decision: no other call can come between. */
public interface VerificationStore {

    /**
     * Issues a code, unless an equal request was answered before and its code is still the one to
     * use.
     */
    Uni<Outcome> issue(Draft draft);

    /** Queues one more message with the same code, unless an equal request did so before. */
    Uni<Outcome> resend(Further further);

    /** Checks a submitted code against the number's current verification. */
    Uni<Checked> checkNumber(String numberHash, Submitted submitted);

    /** Checks a submitted code against a verification of this tenant. */
    Uni<Checked> checkReference(String tenant, String reference, Submitted submitted);

    /** How a verification stands, if this tenant has such a verification. */
    Uni<Optional<Verification>> find(String tenant, String reference);

    /** The newest message of a live verification of this tenant. */
    Uni<Optional<Newest>> newest(String tenant, String reference);

    /** Ends a live verification; one that ended already stays as it is. */
    Uni<Ended> end(String tenant, String reference, Ending ending);

    /** The sealed first message of a verification, while its code is live. */
    Uni<Optional<String>> sealedMessage(String reference);

    /** What a verification asks of the caller: the one is never answered by the other. */
    enum Kind {
        /** A code that was sent and is told us. */
        CODE,
        /** An approval in the institution's app. */
        APPROVAL
    }

    /**
     * What is to be issued.
     *
     * @param code what is compared
     */
    record Draft(
            Reference reference,
            Kind kind,
            Passcode code,
            Queued message,
            Owner owner,
            Terms terms,
            Request request) {

        /** The same, of use until this moment by the clock of Redis's scripts. */
        Draft until(Duration deadline) {
            return new Draft(
                    reference,
                    kind,
                    code,
                    message,
                    owner,
                    terms,
                    new Request(request.digest(), request.remembered(), deadline));
        }
    }

    /**
     * Whose verification it is.
     *
     * @param numberHash the keyed hash of tenant and number
     * @param country the country calling code
     * @param prefix country calling code and leading digits
     */
    record Owner(String tenant, String client, String numberHash, String country, String prefix) {}

    /** A message to be queued: its channel shows, all else is sealed. */
    record Queued(Channel channel, String sealed) {}

    /**
     * The request that asks for a message.
     *
     * @param digest of the client and its idempotency key
     * @param remembered how long the digest is
     * @param deadline until when the answer is of use, by the clock of Redis's scripts, since 1970
     */
    record Request(String digest, Duration remembered, Duration deadline) {}

    /** One more message of a verification, which had this newest one when it was written. */
    record Further(String reference, Newest before, Queued message, Request request) {}

    /**
     * The newest message of a verification.
     *
     * @param place its place among the verification's messages, beginning with 1
     */
    record Newest(String numberHash, int place, String sealed) {}

    /** What was submitted for which kind of verification. */
    record Submitted(Kind kind, String code, Optional<String> attemptId) {

        @Override
        public String toString() {
            return "Submitted[" + kind + "]";
        }
    }

    /** What became of a request for a message. */
    sealed interface Outcome {

        /**
         * A message is on its way.
         *
         * @param fresh whether it was queued now; otherwise an earlier, equal request had it queued
         */
        record Sent(String reference, Instant expiresAt, boolean fresh) implements Outcome {}

        /** The number is locked, or its quota is used up: nothing was done. */
        record Wait(Duration time) implements Outcome {}

        /** Only numbers verified before were to get a code: nothing was done. */
        record NeverVerified() implements Outcome {}

        /** The code is not live (any more): nothing was done. */
        record NotLive() implements Outcome {}

        /** Nobody waits for the answer any more: nothing was done. */
        record Late() implements Outcome {}
    }

    /** How a verification ends without a check. */
    enum Ending {
        VOID,
        COMPLETED
    }

    /** Whether a verification could be ended. */
    enum Ended {
        /** It is over, now or since before. */
        ENDED,
        /** The tenant has none of this reference. */
        UNKNOWN,
        /** Only a code that the platform made can be completed by the platform. */
        MADE_HERE
    }
}
