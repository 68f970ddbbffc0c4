package io.vouchline.local.demo;

import io.vouchline.local.process.Member;
import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** What an operator shows to a service: a token as the services use among themselves. */
public final class OperatorToken {

    /** The tenant of the demo customers. */
    public static final String DEMO_BANK = "demo-bank";

    private static final float MINUTES = Duration.ofMinutes(5).toMinutes();

    private OperatorToken() {}

    /** To load the customers of this tenant; good for five minutes. */
    public static String forImport(PublicJsonWebKey signer, String tenant) {
        return of(signer, tenant, Member.LOOKUP, "customers:import");
    }

    /** To make the call widgets of this tenant; good for five minutes. */
    static String forWidgets(PublicJsonWebKey signer, String tenant) {
        return of(signer, tenant, Member.LOOKUP, "widgets:write");
    }

    /** With this right at this service; good for five minutes. */
    public static String of(PublicJsonWebKey signer, String tenant, Member service, String scope) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("vouchline-gateway");
        claims.setAudience(service.folder());
        claims.setSubject("demo");
        claims.setStringClaim("tenant", tenant);
        claims.setStringClaim("client", "local-fleet");
        claims.setStringClaim("scope", scope);
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
