package io.vouchline.contract.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Key files for tests, made once per build folder, so that a test and the service it starts (in
 * another class loader or process) use the same ones.
 */
public final class KeyFiles {

    private static final Path FOLDER = Path.of("target", "test-keys").toAbsolutePath();

    private KeyFiles() {}

    /** The private key that signs internal tokens: one JWK. */
    public static Path signingKey() {
        return signing().resolve("internal-signing.jwk");
    }

    /** The public part of the signing key: a JWK set. */
    public static Path verificationKeys() {
        return signing().resolve("internal.jwks");
    }

    /** A JWK set with one random symmetric key. */
    public static Path secret(String name) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        String set =
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"%s-1\",\"k\":\"%s\"}]}"
                        .formatted(
                                name, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
        return write(name + ".jwks", set);
    }

    /** A file with this text, written if it is not there yet. */
    public static Path write(String name, String text) {
        store(name, text);
        return FOLDER.resolve(name);
    }

    private static void store(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            Files.createDirectories(FOLDER);
            if (!Files.exists(file)) {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path signing() {
        if (!Files.exists(FOLDER.resolve("internal-signing.jwk"))) {
            try {
                EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
                key.setKeyId("test-1");
                key.setAlgorithm("ES256");
                key.setUse("sig");
                store(
                        "internal.jwks",
                        new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY));
                store("internal-signing.jwk", key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }
        return FOLDER;
    }
}
