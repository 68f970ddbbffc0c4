package io.vouchline.otp.securitykey;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.SecurityKeyApi.CheckKeyRequest;
import io.vouchline.contract.otp.SecurityKeyApi.KeyChecked;
import io.vouchline.contract.otp.SecurityKeyApi.Made;
import io.vouchline.contract.otp.SecurityKeyApi.MakeRequest;
import io.vouchline.contract.otp.SecurityKeyApi.SealedKey;
import io.vouchline.otp.attempt.AttemptStore.Ending;
import io.vouchline.otp.attempt.AttemptStore.Reservation;
import io.vouchline.otp.attempt.AttemptStore.Verdict;
import io.vouchline.otp.attempt.Attempts;
import io.vouchline.otp.passcode.Pepper;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Security keys: made, and checked as one attempt each. */
@Singleton
public class SecurityKeys {

    private static final KeyChecked INVALID = new KeyChecked(CodeState.INVALID, null);
    private static final KeyChecked LOCKED = new KeyChecked(CodeState.MAX_ATTEMPTS_EXCEEDED, null);

    private final SecureRandom random = new SecureRandom();
    private final SealedSecrets secrets;
    private final Attempts attempts;
    private final StepStore steps;
    private final Pepper pepper;

    SecurityKeys(SealedSecrets secrets, Attempts attempts, StepStore steps, Pepper pepper) {
        this.secrets = secrets;
        this.attempts = attempts;
        this.steps = steps;
        this.pepper = pepper;
    }

    /** Makes a key. Nothing of it is kept here. */
    Made make(String tenant, MakeRequest request) {
        KeySecret secret = KeySecret.draw(random, request.algorithm(), request.digits());
        KeyName name = new KeyName(tenant, request.subject(), request.id());
        return new Made(
                request.id(),
                secrets.seal(secret, name),
                KeyUri.of(secret, request.issuer(), request.account()));
    }

    /** Checks what is shown: an attempt is reserved, a time step used, the attempt settled. */
    Uni<KeyChecked> check(String tenant, CheckKeyRequest request) {
        String attempt = attempt(request);
        return attempts.reserveStrong(tenant, request.number(), attempt)
                .chain(
                        reservation ->
                                reservation.state() == AttemptState.RESERVED
                                        ? look(tenant, request, attempt, reservation)
                                        : Uni.createFrom().item(verdict(reservation)));
    }

    /** The same attempt with other digits, or for another person, is another one. */
    private String attempt(CheckKeyRequest request) {
        return pepper.attempt(
                "security-key " + request.subject() + ' ' + request.attemptId(), request.shown());
    }

    private Uni<KeyChecked> look(
            String tenant, CheckKeyRequest request, String attempt, Reservation reservation) {
        // One clock for all replicas: that of Redis.
        Optional<Match> match =
                Match.find(opened(tenant, request), request.shown(), reservation.time());
        return match.map(found -> ending(found, attempt, reservation))
                .orElseGet(() -> Uni.createFrom().item(failed()))
                .chain(ending -> attempts.settle(tenant, request.number(), attempt, ending))
                // A reservation that is gone was not settled: its failure stands.
                .map(settled -> settled.map(SecurityKeys::verdict).orElse(INVALID));
    }

    private Map<KeyName, KeySecret> opened(String tenant, CheckKeyRequest request) {
        Map<KeyName, KeySecret> keys = new LinkedHashMap<>();
        for (SealedKey key : request.keys()) {
            KeyName name = new KeyName(tenant, request.subject(), key.id());
            secrets.open(key.sealed(), name).ifPresent(secret -> keys.put(name, secret));
        }
        return keys;
    }

    private Uni<Ending> ending(Match match, String attempt, Reservation reservation) {
        String name = attempt + ' ' + reservation.reservedAt().toEpochMilli();
        return steps.use(match.key(), match.step(), name)
                .map(
                        used ->
                                used
                                        ? new Ending(Verdict.PROVEN, match.key().id().toString())
                                        : failed());
    }

    private static Ending failed() {
        return new Ending(Verdict.FAILED, "");
    }

    private static KeyChecked verdict(Reservation standing) {
        return switch (standing.state()) {
            case PASSED -> new KeyChecked(CodeState.VALID, UUID.fromString(standing.note()));
            case FAILED -> INVALID;
            case LOCKED -> LOCKED;
            case RESERVED -> throw new IllegalStateException("a settled attempt is not reserved");
        };
    }
}
