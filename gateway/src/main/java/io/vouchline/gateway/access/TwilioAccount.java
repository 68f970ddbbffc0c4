package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/**
 * A Twilio account.
 *
 * @param client who it is
 * @param tokens the live auth tokens, as they sign: at least one
 */
record TwilioAccount(Client client, List<SecretKeySpec> tokens) {

    /** Twilio signs by the token's characters, whatever they might encode. */
    static TwilioAccount of(Client client, List<String> tokens) {
        return new TwilioAccount(
                client,
                tokens.stream()
                        .map(token -> new SecretKeySpec(token.getBytes(UTF_8), "HMAC"))
                        .toList());
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + client.id() + "]";
    }
}
