package io.vouchline.gateway.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.signing.SigningKey;
import io.vouchline.gateway.signing.TokenConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs the tokens that tell a service on whose behalf a call comes: ES256, one audience each. One
 * token serves a client, audience and set of scopes for minutes, since signing and checking cost
 * more than the call.
 */
@Startup
@Singleton
class InternalTokens {

    private static final int MOST_TOKENS = 10_000;

    private final SigningKey key;
    private final Duration life;
    private final Cache<Bearer, String> tokens;

    InternalTokens(TokenConfig config) {
        this.key = SigningKey.read(TokenConfig.SIGNING_KEY_FILE, config.signingKeyFile());
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

    /**
     * A token on nobody's behalf, for what proves itself by a signature: it names neither tenant
     * nor client, so that it opens nothing that asks for one.
     */
    String tokenOfNobody(String audience, String scopes) {
        return tokens.get(new Bearer(null, null, audience, scopes), this::sign);
    }

    private String sign(Bearer bearer) {
        JwtClaimsBuilder claims =
                Jwt.issuer(InternalToken.ISSUER)
                        .audience(bearer.audience())
                        .subject(Objects.requireNonNullElse(bearer.client(), InternalToken.ISSUER))
                        .claim("scope", bearer.scopes())
                        .claim("jti", UUID.randomUUID().toString())
                        .expiresIn(life);
        if (bearer.tenant() != null && bearer.client() != null) {
            claims =
                    claims.claim(InternalToken.TENANT, bearer.tenant())
                            .claim(InternalToken.CLIENT, bearer.client());
        }
        return claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .header("typ", InternalToken.TYPE)
                .keyId(key.id())
                .sign(key.privateKey());
    }

    /** Scopes belong to it: a token must never serve a call that is allowed less. */
    private record Bearer(
            @Nullable String tenant, @Nullable String client, String audience, String scopes) {}
}
