package io.vouchline.gateway.authenticator;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.SecurityKeyApi.CheckKeyRequest;
import io.vouchline.contract.otp.SecurityKeyApi.SealedKey;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.upstream.Attempts;
import io.vouchline.gateway.upstream.AuthenticatorStore;
import io.vouchline.gateway.upstream.SecurityKeys;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Checks what a caller's authenticator shows, against all that the person has confirmed. A number
 * without any is answered as a wrong key and counted like one, so that neither the answer nor the
 * lock tells who has an authenticator. What remains is time: such a number costs one short call
 * more, and no opening of secrets.
 */
@Singleton
class KeyCheck {

    private final AuthenticatorStore store;
    private final SecurityKeys keys;
    private final Attempts attempts;
    private final CurrentRequest current;

    KeyCheck(
            AuthenticatorStore store,
            SecurityKeys keys,
            Attempts attempts,
            CurrentRequest current) {
        this.store = store;
        this.keys = keys;
        this.attempts = attempts;
        this.current = current;
    }

    Uni<KeyVerdict> check(PhoneNumber number, String shown) {
        String attemptId = UUID.randomUUID().toString();
        return current.within(
                store.find(number)
                        .chain(found -> check(number, found, shown, attemptId))
                        .map(KeyVerdict::of));
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
