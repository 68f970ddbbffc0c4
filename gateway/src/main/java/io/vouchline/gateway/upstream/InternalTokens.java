package io.vouchline.gateway.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.gateway.access.Client;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.UUID;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Signs the tokens that tell a service on whose behalf a call comes: ES256, one audience each. One
 * token serves a client, audience and set of scopes for minutes, since signing and checking cost
 * more than the call.
 */
@Startup
@Singleton
class InternalTokens {

    private static final int MOST_TOKENS = 10_000;

    private final PrivateKey key;
    private final String keyId;
    private final Duration life;
    private final Cache<Bearer, String> tokens;

    InternalTokens(TokenConfig config) {
        PublicJsonWebKey jwk = read(config.signingKeyFile());
        this.key = jwk.getPrivateKey();
        this.keyId = jwk.getKeyId();
        this.life = config.life();
        this.tokens =
                Caffeine.newBuilder()
                        .maximumSize(MOST_TOKENS)
                        .expireAfterWrite(life.dividedBy(2))
                        .build();
    }

    /** A token for this client and audience with these scopes, separated by blanks. */
    String token(Client client, String audience, String scopes) {
        return tokens.get(new Bearer(client.tenant(), client.id(), audience, scopes), this::sign);
    }

    private String sign(Bearer bearer) {
        return Jwt.issuer(InternalToken.ISSUER)
                .audience(bearer.audience())
                .subject(bearer.client())
                .claim(InternalToken.TENANT, bearer.tenant())
                .claim(InternalToken.CLIENT, bearer.client())
                .claim("scope", bearer.scopes())
                .claim("jti", UUID.randomUUID().toString())
                .expiresIn(life)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .header("typ", InternalToken.TYPE)
                .keyId(keyId)
                .sign(key);
    }

    private static PublicJsonWebKey read(Path file) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
            if (jwk instanceof EllipticCurveJsonWebKey curve
                    && "P-256".equals(curve.getCurveName())
                    && jwk.getPrivateKey() != null
                    && jwk.getKeyId() != null) {
                return jwk;
            }
            throw unusable(file, "it is not a private EC P-256 key with a kid");
        } catch (IOException | JoseException e) {
            throw unusable(file, "it cannot be read as a JWK");
        }
    }

    private static IllegalStateException unusable(Path file, String why) {
        return new IllegalStateException(
                "vouchline.token.signing-key-file=%s: %s; mount one JWK".formatted(file, why));
    }

    /** Scopes belong to it: a token must never serve a call that is allowed less. */
    private record Bearer(String tenant, String client, String audience, String scopes) {}
}
