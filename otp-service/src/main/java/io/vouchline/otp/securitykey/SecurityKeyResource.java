package io.vouchline.otp.securitykey;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.SecurityKeyApi;
import io.vouchline.contract.redis.StoreAnswers;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The door for security keys. */
class SecurityKeyResource implements SecurityKeyApi {

    private final SecurityKeys keys;
    private final JsonWebToken token;
    private final StoreAnswers answers;

    SecurityKeyResource(SecurityKeys keys, JsonWebToken token, StoreAnswers answers) {
        this.keys = keys;
        this.token = token;
        this.answers = answers;
    }

    @Override
    @RolesAllowed(Scope.SECURITY_KEYS_MAKE)
    public Uni<Made> make(MakeRequest request) {
        return Uni.createFrom().item(() -> keys.make(Caller.of(token).tenant(), request));
    }

    @Override
    @RolesAllowed(Scope.SECURITY_KEYS_CHECK)
    public Uni<KeyChecked> check(CheckKeyRequest request) {
        return answers.told(keys.check(Caller.of(token).tenant(), request));
    }
}
