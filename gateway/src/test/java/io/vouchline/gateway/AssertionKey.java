package io.vouchline.gateway;

import io.vouchline.contract.identity.InternalToken;
import io.vouchline.contract.testing.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key of the assertions, and assertions as somebody might bend them. */
public final class AssertionKey {

    private AssertionKey() {}

    /** One private JWK. */
    public static Path file() {
        return file("assertion-signing.jwk");
    }

    /** A private JWK of this name. */
    public static Path file(String name) {
        return file(name, "assertion-1");
    }

    /** A private JWK of this name and with this {@code kid}. */
    static Path file(String name, String id) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return KeyFiles.write(name, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good assertion for a day, with claims and headers bent before it is signed. */
    public static String sign(
            Path keyFile,
            String tenant,
            String subject,
            Consumer<JwtClaims> claimsBent,
            Consumer<JsonWebSignature> headersBent) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(InternalToken.ISSUER);
        claims.setAudience("vouchline-assertion");
        claims.setSubject(subject);
        claims.setStringClaim("tenant", tenant);
        claims.setStringClaim("client", "own");
        claims.setClaim("auth_level", 1);
        claims.setStringListClaim("amr", List.of("otp"));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(24 * 60);
        claims.setGeneratedJwtId();
        claimsBent.accept(claims);
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(keyFile));
            JsonWebSignature token = new JsonWebSignature();
            token.setAlgorithmHeaderValue("ES256");
            token.setHeader("typ", "vouchline-assertion+jwt");
            token.setKeyIdHeaderValue(key.getKeyId());
            token.setKey(key.getPrivateKey());
            token.setPayload(claims.toJson());
            headersBent.accept(token);
            return token.getCompactSerialization();
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
