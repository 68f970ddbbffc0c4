package io.vouchline.gateway.authenticator;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.SecurityKeyApi.CheckKeyRequest;
import io.vouchline.contract.otp.SecurityKeyApi.SealedKey;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.assertion.Proof;
import io.vouchline.gateway.upstream.Attempts;
import io.vouchline.gateway.upstream.AuthenticatorStore;
import io.vouchline.gateway.upstream.SecurityKeys;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks what a caller's authenticator shows, against all that the person has confirmed. A number
 * without any is answered as a wrong key and counted like one, so that neither the answer nor the
 * lock tells who has an authenticator. What remains is time: such a number costs one short call
 * more, and no opening of secrets.
 *
 * <p>A key is the second factor only of whoever has proven the first: it takes an assertion about
 * the same person. One about anybody else is refused before anything is checked or counted.
 */
@Singleton
public class KeyCheck {

    /** The code of the assertion that was shown, and the key (RFC 8176). */
    private static final List<String> AMR = List.of("otp", "mfa");

    private final AuthenticatorStore store;
    private final SecurityKeys keys;
    private final Attempts attempts;
    private final Assertions assertions;
    private final CurrentRequest current;

    KeyCheck(
            AuthenticatorStore store,
            SecurityKeys keys,
            Attempts attempts,
            Assertions assertions,
            CurrentRequest current) {
        this.store = store;
        this.keys = keys;
        this.attempts = attempts;
        this.assertions = assertions;
        this.current = current;
    }

    /**
     * The verdict on a key.
     *
     * @param proof what the caller has proven before; empty for nothing
     */
    public Uni<KeyVerdict> check(PhoneNumber number, String shown, Optional<Proof> proof) {
        String attemptId = UUID.randomUUID().toString();
        return current.within(
                store.find(number)
                        .invoke(found -> mustBeAbout(found, proof))
                        .chain(found -> check(number, found, shown, attemptId))
                        .map(state -> verdict(state, proof)));
    }

    private static void mustBeAbout(Authenticators found, Optional<Proof> proof) {
        if (proof.isPresent() && !proof.get().subject().equals(found.subject())) {
            throw EnrolmentRight.notAbout();
        }
    }

    private KeyVerdict verdict(CodeState state, Optional<Proof> proof) {
        return state == CodeState.VALID
                ? KeyVerdict.right(
                        proof.map(Proof::subject)
                                .flatMap(
                                        whose ->
                                                assertions.sign(
                                                        current.client(),
                                                        whose,
                                                        KeyVerdict.LEVEL,
                                                        AMR)))
                : KeyVerdict.refused(state);
    }

    private Uni<CodeState> check(
            PhoneNumber number, Authenticators found, String shown, String attemptId) {
        String subject = found.subject();
        List<SealedKey> confirmed = confirmed(found);
        return subject == null || confirmed.isEmpty()
                ? countWrong(number, attemptId)
                : keys.check(new CheckKeyRequest(number, subject, confirmed, shown, attemptId));
    }

    private Uni<CodeState> countWrong(PhoneNumber number, String attemptId) {
        return attempts.reserve(number, attemptId)
                .chain(
                        state ->
                                state == AttemptState.LOCKED
                                        ? Uni.createFrom().item(CodeState.MAX_ATTEMPTS_EXCEEDED)
                                        : attempts.fail(number, attemptId)
                                                .replaceWith(CodeState.INVALID));
    }

    private static List<SealedKey> confirmed(Authenticators found) {
        return found.authenticators().stream()
                .filter(one -> one.confirmedAt() != null)
                .map(one -> new SealedKey(one.id(), one.sealed()))
                .toList();
    }
}
