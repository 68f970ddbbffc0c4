package io.vouchline.gateway.access;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.signing.SigningKey;
import io.vouchline.gateway.signing.TokenConfig;
import io.vouchline.gateway.signing.TokenKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;

/**
 * The institution's own people, known by a token that is signed with the internal key for the
 * gateway. They have no client of their own: numbers are read, and authenticators named, as the
 * tenant's first client (by its id) has it.
 */
@Singleton
final class Operators {

    private static final TokenKind KIND =
            new TokenKind(InternalToken.TYPE, InternalToken.ISSUER, Audience.GATEWAY);

    private final SigningKey key;
    private final Clients clients;
    private final InstantSource clock;

    @Inject
    Operators(TokenConfig config, Clients clients) {
        this(
                SigningKey.read(TokenConfig.SIGNING_KEY_FILE, config.signingKeyFile()),
                clients,
                InstantSource.system());
    }

    Operators(SigningKey key, Clients clients, InstantSource clock) {
        this.key = key;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * The operator who shows this token.
     *
     * @throws RefusedAccessException if the token is not good
     * @throws io.vouchline.contract.problem.ProblemException 403, if it lacks the scope or its
     *     tenant has no client
     */
    Client admitted(String token, String scope) {
        JwtClaims claims =
                KIND.verified(key, token, clock.instant())
                        .orElseThrow(() -> new RefusedAccessException(AccessFault.WRONG_KEY));
        if (!Arrays.asList(text(claims, "scope").split(" ", -1)).contains(scope)) {
            throw ProblemType.FORBIDDEN.exception("The token lacks the scope " + scope + ".");
        }
        String tenant = text(claims, InternalToken.TENANT);
        return clients.ofEachTenant().stream()
                .filter(client -> client.tenant().equals(tenant))
                .findFirst()
                .map(first -> operator(text(claims, InternalToken.CLIENT), first))
                .orElseThrow(
                        () -> ProblemType.FORBIDDEN.exception("The tenant is not known here."));
    }

    private static Client operator(String id, Client first) {
        if (id.isEmpty()) {
            throw ProblemType.FORBIDDEN.exception("The token names no client.");
        }
        return new Client(
                id, first.tenant(), Set.of(Dialect.VOUCHLINE), first.region(), first.policy());
    }

    /** A claim that is a text; empty if there is none. */
    private static String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String value ? value : "";
    }
}
