package io.vouchline.gateway.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * A key that signs tokens by ES256 (RFC 7518 section 3.4).
 *
 * @param id the {@code kid} of its tokens
 */
public record SigningKey(PrivateKey privateKey, PublicKey publicKey, String id) {

    /**
     * Reads one private JWK (RFC 7517).
     *
     * @param setting names the file, and is named if the file is of no use
     * @throws IllegalStateException with setting, path and remedy, if it is not an EC P-256 key
     *     with a {@code kid}
     */
    public static SigningKey read(String setting, Path file) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
            if (jwk instanceof EllipticCurveJsonWebKey curve
                    && "P-256".equals(curve.getCurveName())
                    && jwk.getPrivateKey() != null
                    && jwk.getKeyId() != null) {
                return new SigningKey(jwk.getPrivateKey(), jwk.getPublicKey(), jwk.getKeyId());
            }
            throw unusable(setting, file, "it is not a private EC P-256 key with a kid");
        } catch (IOException | JoseException e) {
            throw unusable(setting, file, "it cannot be read as a JWK");
        }
    }

    /** Its public part (RFC 7517), as it is published. */
    public Map<String, Object> publicJwk() {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(publicKey);
            jwk.setKeyId(id);
            jwk.setUse("sig");
            jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException e) {
            throw new IllegalStateException(this + " cannot be written as a JWK", e);
        }
    }

    private static IllegalStateException unusable(String setting, Path file, String why) {
        return new IllegalStateException("%s=%s: %s; mount one JWK".formatted(setting, file, why));
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
