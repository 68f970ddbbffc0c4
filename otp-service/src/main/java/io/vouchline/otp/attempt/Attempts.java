package io.vouchline.otp.attempt;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.key.Digest;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.otp.attempt.AttemptStore.Attempt;
import io.vouchline.otp.attempt.AttemptStore.Ending;
import io.vouchline.otp.attempt.AttemptStore.Reservation;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Attempts at proofs that no code's own check decides: reserved before, settled after. */
@Singleton
public class Attempts {

    private final AttemptStore store;
    private final NumberHash numbers;

    Attempts(AttemptStore store, NumberHash numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /**
     * Counts a failure ahead; repeated with the same id it counts nothing and answers how the
     * attempt stands. LOCKED: the proof must not be looked at.
     *
     * @param id any text that names the attempt among those of this tenant's number
     */
    public Uni<Reservation> reserve(String tenant, PhoneNumber number, String id) {
        return store.reserve(attempt(tenant, number, id), false);
    }

    /**
     * The same for a proof that is stronger than a code: a right code does not forget its failures,
     * so that who holds the phone alone cannot go on guessing at the stronger one.
     */
    public Uni<Reservation> reserveStrong(String tenant, PhoneNumber number, String id) {
        return store.reserve(attempt(tenant, number, id), true);
    }

    /**
     * Settles a reserved attempt and answers how it stands now: otherwise than asked for if it was
     * settled otherwise before. Nothing if there is no such reservation (any more); its failure
     * then stays counted.
     */
    public Uni<Optional<Reservation>> settle(
            String tenant, PhoneNumber number, String id, Ending ending) {
        return store.settle(attempt(tenant, number, id), ending);
    }

    /** Forgets a number's failures and lock; whether there was anything to forget. */
    Uni<Boolean> clear(String tenant, PhoneNumber number) {
        return store.clear(numbers.of(tenant, number));
    }

    private Attempt attempt(String tenant, PhoneNumber number, String id) {
        String hash = numbers.of(tenant, number);
        return new Attempt(hash, Digest.hex(hash + '\n' + id));
    }
}
