package io.vouchline.otp.attempt;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import java.time.Instant;
import java.util.Optional;

/** Where attempts are counted. Every method is one decision: no other call can come between. */
public interface AttemptStore {

    /**
     * Counts a failure ahead, unless the number is locked or the attempt is known already.
     *
     * @param strong whether only {@link Verdict#PROVEN} forgets the failure: a right code does not
     */
    Uni<Reservation> reserve(Attempt attempt, boolean strong);

    /**
     * Settles a reserved attempt; one that was settled before stays as it is. Nothing if there is
     * no such reservation (any more).
     */
    Uni<Optional<Reservation>> settle(Attempt attempt, Ending ending);

    /** Forgets a number's failures and lock; whether there was anything to forget. */
    Uni<Boolean> clear(String numberHash);

    /**
     * An attempt of a number.
     *
     * @param digest of the number's hash and the attempt's id: names the attempt
     */
    record Attempt(String numberHash, String digest) {}

    /**
     * How an attempt stands.
     *
     * @param time now, by the clock of Redis's scripts
     * @param reservedAt when it was reserved, by the same clock
     * @param note what was noted when it was settled; empty for nothing
     */
    record Reservation(AttemptState state, Instant time, Instant reservedAt, String note) {}

    /** How an attempt ends. */
    record Ending(Verdict verdict, String note) {}

    /** The verdict on the proof. */
    enum Verdict {
        /** It was wrong: the failure stands. */
        FAILED,
        /** It was right: its own failure is taken back, and no other. */
        PASSED,
        /** It was an authenticator's: all failures and the lock are forgotten. */
        PROVEN
    }
}
