package io.vouchline.contract.testing;

import io.vouchline.contract.identity.InternalToken;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Internal tokens as the gateway signs them, and bent ones as an attacker might. */
public final class Tokens {

    private Tokens() {}

    /** A good token. */
    public static String token(String audience, String tenant, String client, String... scopes) {
        return token(audience, tenant, client, claims -> {}, jws -> {}, scopes);
    }

    /** A token whose claims and headers the test bends before it is signed. */
    public static String token(
            String audience,
            String tenant,
            String client,
            Consumer<JwtClaims> claimsBent,
            Consumer<JsonWebSignature> headersBent,
            String... scopes) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(InternalToken.ISSUER);
        claims.setAudience(audience);
        claims.setSubject(client);
        claims.setStringClaim(InternalToken.TENANT, tenant);
        claims.setStringClaim(InternalToken.CLIENT, client);
        claims.setStringClaim("scope", String.join(" ", scopes));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setGeneratedJwtId();
        claimsBent.accept(claims);
        try {
            PublicJsonWebKey key =
                    PublicJsonWebKey.Factory.newPublicJwk(Files.readString(KeyFiles.signingKey()));
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue("ES256");
            jws.setHeader("typ", InternalToken.TYPE);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setKey(key.getPrivateKey());
            jws.setPayload(claims.toJson());
            headersBent.accept(jws);
            return jws.getCompactSerialization();
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
