package io.vouchline.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.gateway.signing.PlatformTokenConfig;
import io.vouchline.gateway.signing.SigningKey;
import io.vouchline.gateway.signing.TokenKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/**
 * The tokens that platforms get for their key, and show in its place (JWT, ES256). Each is verified
 * once and then remembered until it expires, since that costs one to two milliseconds.
 */
@Startup
@Singleton
public final class PlatformTokens {

    /** The {@code typ} header: no other token of ours can stand in for one. */
    static final String TYPE = "vouchline-platform+jwt";

    /** The {@code aud} claim. */
    static final String AUDIENCE = "vouchline-platform";

    private static final TokenKind KIND = new TokenKind(TYPE, InternalToken.ISSUER, AUDIENCE);
    private static final int MOST_TOKENS = 10_000;

    private final Clients clients;
    private final Optional<SigningKey> key;
    private final Duration life;
    private final InstantSource clock;
    private final Cache<String, Holder> verified;

    @Inject
    PlatformTokens(PlatformTokenConfig config, Clients clients) {
        this(
                config.signingKeyFile()
                        .map(file -> SigningKey.read(PlatformTokenConfig.SIGNING_KEY_FILE, file)),
                config.life(),
                clients,
                InstantSource.system());
    }

    PlatformTokens(Optional<SigningKey> key, Duration life, Clients clients, InstantSource clock) {
        this.key = key;
        this.life = life;
        this.clients = clients;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder().maximumSize(MOST_TOKENS).expireAfterWrite(life).build();
        if (key.isEmpty() && !clients.tokenIds().isEmpty()) {
            throw new IllegalStateException(
                    "%s=(unset): clients have oauth=true; mount one JWK, or leave oauth out"
                            .formatted(PlatformTokenConfig.SIGNING_KEY_FILE));
        }
    }

    /** Whether there is a key to sign any. */
    public boolean areMade() {
        return key.isPresent();
    }

    /** How long one is good for. */
    public Duration life() {
        return life;
    }

    /** The public key as a JWK. */
    public Optional<Map<String, Object>> publicKey() {
        return key.map(SigningKey::publicJwk);
    }

    /**
     * A token for this client.
     *
     * @throws IllegalStateException if there is no key
     */
    public String sign(Client client) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setSubject(client.id());
        claims.setStringClaim(InternalToken.TENANT, client.tenant());
        claims.setStringClaim(InternalToken.CLIENT, client.id());
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(now.plus(life).toEpochMilli()));
        claims.setJwtId(UUID.randomUUID().toString());
        return KIND.sign(key.orElseThrow(IllegalStateException::new), claims);
    }

    /** The client who shows this token; empty if it is not good, or the client gets none now. */
    Optional<Client> client(String token) {
        return key.flatMap(signer -> holder(signer, token))
                .flatMap(
                        holder ->
                                clients.withTokens(holder.client())
                                        .filter(c -> c.tenant().equals(holder.tenant())));
    }

    private Optional<Holder> holder(SigningKey signer, String token) {
        Instant now = clock.instant();
        Holder known = verified.getIfPresent(token);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known);
        }
        Optional<Holder> holder = KIND.verified(signer, token, now).flatMap(PlatformTokens::holder);
        holder.ifPresent(one -> verified.put(token, one));
        return holder;
    }

    private static Optional<Holder> holder(JwtClaims claims) {
        try {
            return claims.getClaimValue(InternalToken.CLIENT) instanceof String client
                            && claims.getClaimValue(InternalToken.TENANT) instanceof String tenant
                    ? Optional.of(
                            new Holder(
                                    client,
                                    tenant,
                                    Instant.ofEpochMilli(
                                            claims.getExpirationTime().getValueInMillis())))
                    : Optional.empty();
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    /** Whose a verified token is, and until when. */
    private record Holder(String client, String tenant, Instant until) {}
}
