package io.vouchline.contract.identity;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * Reads the keys that verify internal tokens at start, so that a wrong path stops the start instead
 * of every request; and checks a forged token under each, so that the first real one does not pay
 * for loading what a check needs.
 */
@Singleton
final class VerificationKeys {

    private static final Logger LOGGER = Logger.getLogger(VerificationKeys.class);
    private static final String LOCATION = "mp.jwt.verify.publickey.location";
    private static final int SIGNATURE_BYTES = 64;

    private final Optional<URI> location;

    VerificationKeys(@ConfigProperty(name = LOCATION) Optional<URI> location) {
        this.location = location;
    }

    void load(
            @Observes StartupEvent started,
            VerifiedTokens tokens,
            Instance<JWTAuthContextInfo> settings) {
        // The gateway has no such key: it accepts no internal token.
        location.ifPresent(
                file -> keys(file).forEach(key -> check(tokens, settings.get(), key.getKeyId())));
    }

    private static void check(VerifiedTokens tokens, JWTAuthContextInfo settings, String keyId) {
        try {
            JWTCallerPrincipal nobody = tokens.parse(forged(keyId), settings);
            throw new IllegalStateException("a forged token was accepted for " + nobody.getName());
        } catch (ParseException e) {
            LOGGER.debugf("key %s is loaded", keyId);
        }
    }

    private static List<JsonWebKey> keys(URI location) {
        try {
            List<JsonWebKey> keys =
                    new JsonWebKeySet(Files.readString(Path.of(location))).getJsonWebKeys();
            if (!keys.isEmpty() && keys.stream().allMatch(key -> key.getKeyId() != null)) {
                return keys;
            }
            throw unusable(location, "it holds no key, or one without a kid");
        } catch (IOException | JoseException | IllegalArgumentException e) {
            throw unusable(location, "it cannot be read as a JWK set");
        }
    }

    private static IllegalStateException unusable(URI location, String why) {
        return new IllegalStateException(
                "%s=%s: %s; mount the gateway's public keys there"
                        .formatted(LOCATION, location, why));
    }

    private static String forged(String keyId) {
        return encoded(
                        "{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"%s\"}"
                                .formatted(InternalToken.TYPE, keyId))
                + '.'
                + encoded("{\"iss\":\"" + InternalToken.ISSUER + "\"}")
                + '.'
                + encoded("1".repeat(SIGNATURE_BYTES));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
