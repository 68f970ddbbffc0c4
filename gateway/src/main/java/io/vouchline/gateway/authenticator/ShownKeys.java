package io.vouchline.gateway.authenticator;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.SecurityKeyApi.CheckKeyRequest;
import io.vouchline.contract.otp.SecurityKeyApi.SealedKey;
import io.vouchline.gateway.upstream.Attempts;
import io.vouchline.gateway.upstream.AuthenticatorStore;
import io.vouchline.gateway.upstream.SecurityKeys;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What authenticators show, against all that the person has confirmed. A number without any is
 * answered as a wrong key and counted like one, so that neither the answer nor the lock tells who
 * has an authenticator. What remains is time: such a number costs one short call more, and no
 * opening of secrets.
 */
@Singleton
public class ShownKeys {

    private final AuthenticatorStore store;
    private final SecurityKeys keys;
    private final Attempts attempts;

    ShownKeys(AuthenticatorStore store, SecurityKeys keys, Attempts attempts) {
        this.store = store;
        this.keys = keys;
        this.attempts = attempts;
    }

    /**
     * The verdict on a key of one of the persons behind a number.
     *
     * @param subject which of them; null for the one person behind it
     * @param shown 6 to 8 ASCII digits
     * @param attemptId names the attempt: the same again counts once, for a minute
     */
    public Uni<CodeState> check(
            PhoneNumber number, @Nullable String subject, String shown, String attemptId) {
        return store.find(number, subject).chain(found -> check(number, found, shown, attemptId));
    }

    /** The same for a person who was found already. */
    Uni<CodeState> check(PhoneNumber number, Authenticators found, String shown, String attemptId) {
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
