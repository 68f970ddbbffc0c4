package io.vouchline.gateway.attempt;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.upstream.Attempts;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks proofs that lookup-service compares, under the one failure counter of the number. A
 * failure is counted before anybody looks; a right proof takes its own failure back, and no other.
 * What could not be looked at told nobody anything, and is no failure of the caller's.
 */
@Singleton
public class ProofCheck {

    private final Attempts attempts;

    ProofCheck(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Looks at a proof, unless the number is locked.
     *
     * @param attemptId names the attempt and the proof: the same again counts once, for a minute
     * @param look finds something if the proof is right, and nothing else; safe to repeat
     */
    public <T> Uni<ProofVerdict<T>> check(
            PhoneNumber number, String attemptId, Supplier<Uni<Optional<T>>> look) {
        return attempts.reserve(number, attemptId)
                .chain(
                        state ->
                                switch (state) {
                                    case RESERVED -> looked(number, attemptId, look);
                                    case PASSED -> again(number, attemptId, look);
                                    case FAILED -> Uni.createFrom().item(ProofVerdict::wrong);
                                    case LOCKED -> Uni.createFrom().item(ProofVerdict::locked);
                                });
    }

    private <T> Uni<ProofVerdict<T>> looked(
            PhoneNumber number, String attemptId, Supplier<Uni<Optional<T>>> look) {
        return look.get()
                .onFailure()
                .call(() -> attempts.pass(number, attemptId).onFailure().recoverWithNull())
                .call(
                        found ->
                                found.isPresent()
                                        ? attempts.pass(number, attemptId)
                                        : attempts.fail(number, attemptId))
                .map(found -> new ProofVerdict<>(false, found));
    }

    /**
     * The attempt's failure was taken back before: the proof was right, or could not be looked at.
     * If it is wrong after all, that counts, but once.
     */
    private <T> Uni<ProofVerdict<T>> again(
            PhoneNumber number, String attemptId, Supplier<Uni<Optional<T>>> look) {
        return look.get()
                .call(
                        found ->
                                found.isPresent()
                                        ? Uni.createFrom().voidItem()
                                        : count(number, attemptId + " again"))
                .map(found -> new ProofVerdict<>(false, found));
    }

    private Uni<Void> count(PhoneNumber number, String attemptId) {
        return attempts.reserve(number, attemptId).chain(() -> attempts.fail(number, attemptId));
    }
}
