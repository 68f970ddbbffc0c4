package io.vouchline.gateway.authenticator;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi.Authenticators;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.assertion.Proof;
import io.vouchline.gateway.upstream.AuthenticatorStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks what a caller's authenticator shows, and states what that proves.
 *
 * <p>A key is the second factor only of whoever has proven the first: it takes an assertion about
 * the same person. One about anybody else is refused before anything is checked or counted.
 */
@Singleton
public class KeyCheck {

    /** The code of the assertion that was shown, and the key (RFC 8176). */
    private static final List<String> AMR = List.of("otp", "mfa");

    private final AuthenticatorStore store;
    private final ShownKeys keys;
    private final Assertions assertions;
    private final CurrentRequest current;

    KeyCheck(
            AuthenticatorStore store,
            ShownKeys keys,
            Assertions assertions,
            CurrentRequest current) {
        this.store = store;
        this.keys = keys;
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
                        .chain(found -> keys.check(number, found, shown, attemptId))
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
}
