package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.SecurityKeyApi.CheckKeyRequest;
import io.vouchline.contract.otp.SecurityKeyApi.KeyChecked;
import io.vouchline.contract.otp.SecurityKeyApi.Made;
import io.vouchline.contract.otp.SecurityKeyApi.MakeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Does the caller hold this authenticator? Down: 503, never "verified". */
@ApplicationScoped
public class SecurityKeys {

    private final SecurityKeyClient client;
    private final Upstream upstream;

    SecurityKeys(@RestClient SecurityKeyClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("otp-service (security keys)", config.otp());
    }

    /** Makes a key. Safe to repeat: a key that nobody has seen is simply lost. */
    public Uni<Made> make(MakeRequest request) {
        return upstream.call(() -> client.make(request));
    }

    /** Checks what keys show. Safe to repeat: an attempt of the same id counts once. */
    public Uni<CodeState> check(CheckKeyRequest request) {
        return upstream.call(() -> client.check(request)).map(KeyChecked::state);
    }
}
