package io.vouchline.gateway.attempt;

import java.util.Optional;

/**
 * The verdict on a proof.
 *
 * @param isLocked whether the number is locked: nobody has looked
 * @param found what a right proof has found; empty for a wrong one
 */
public record ProofVerdict<T>(boolean isLocked, Optional<T> found) {

    /** Nobody has looked. */
    public static <T> ProofVerdict<T> locked() {
        return new ProofVerdict<>(true, Optional.empty());
    }

    /** It was not right. */
    public static <T> ProofVerdict<T> wrong() {
        return new ProofVerdict<>(false, Optional.empty());
    }

    /** Whether the proof was right. */
    public boolean isRight() {
        return found.isPresent();
    }

    @Override
    public String toString() {
        return "ProofVerdict[" + (isRight() ? "right" : "not right") + "]";
    }
}
