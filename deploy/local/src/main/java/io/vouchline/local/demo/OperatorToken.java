package io.vouchline.local.demo;

import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** What an operator shows to load customers: a token as the services use among themselves. */
public final class OperatorToken {

    private static final float MINUTES = Duration.ofMinutes(5).toMinutes();

    private OperatorToken() {}

    /** For the customers of the demo bank. */
    static String forImport(PublicJsonWebKey signer) {
        return forImport(signer, "demo-bank");
    }

    /** For the customers of this tenant; good for five minutes. */
    public static String forImport(PublicJsonWebKey signer, String tenant) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("vouchline-gateway");
        claims.setAudience("lookup-service");
        claims.setSubject("demo");
        claims.setStringClaim("tenant", tenant);
        claims.setStringClaim("client", "local-fleet");
        claims.setStringClaim("scope", "customers:import");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        claims.setGeneratedJwtId();
        return signed(claims, signer);
    }

    private static String signed(JwtClaims claims, PublicJsonWebKey signer) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setHeader("typ", "vouchline-internal+jwt");
        token.setKeyIdHeaderValue(signer.getKeyId());
        token.setKey(signer.getPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The internal signing key signs nothing", e);
        }
    }
}
