package io.vouchline.local.key;

import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** JSON Web Keys as the services read them. */
final class Jwks {

    private static final int SECRET_BYTES = 32;
    private static final int KEY_ID_BYTES = 9;

    private Jwks() {}

    /** A private ES256 key. */
    static String signingKey() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(RandomText.urlSafe(KEY_ID_BYTES));
            key.setAlgorithm("ES256");
            key.setUse("sig");
            return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("This JDK makes no P-256 keys", e);
        }
    }

    /** The set of one key that may be shown to those who verify. */
    static String publicPart(PublicJsonWebKey signingKey) {
        return new JsonWebKeySet(signingKey).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** A set of one random symmetric key. */
    static String secretSet() {
        var secret = new SecretKeySpec(RandomText.randomBytes(SECRET_BYTES), "HmacSHA256");
        JsonWebKey key = new OctetSequenceJsonWebKey(secret);
        key.setKeyId(RandomText.urlSafe(KEY_ID_BYTES));
        return new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_SYMMETRIC);
    }

    static PublicJsonWebKey parse(String signingKey) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(signingKey);
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a private JSON Web Key", e);
        }
    }
}
