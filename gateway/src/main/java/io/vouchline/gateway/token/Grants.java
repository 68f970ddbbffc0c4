package io.vouchline.gateway.token;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.OperatorAccount;
import io.vouchline.gateway.access.PlatformTokens;
import io.vouchline.gateway.access.TokenAccounts;
import io.vouchline.gateway.signing.SigningKey;
import io.vouchline.gateway.signing.TokenConfig;
import io.vouchline.gateway.signing.TokenKind;
import io.vouchline.gateway.token.TokenQuestion.Account;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * Gives tokens: to a client one of the platform, for the gateway alone; to an operator one as the
 * services use among themselves, with at most the scopes of its account.
 */
@Singleton
class Grants {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final TokenAccounts accounts;
    private final PlatformTokens tokens;
    private final SigningKey internal;
    private final Duration life;
    private final InstantSource clock = InstantSource.system();

    Grants(TokenAccounts accounts, PlatformTokens tokens, TokenConfig config) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.internal = SigningKey.read(TokenConfig.SIGNING_KEY_FILE, config.signingKeyFile());
        this.life = config.life().compareTo(LONGEST) < 0 ? config.life() : LONGEST;
    }

    /**
     * The token.
     *
     * @throws TokenProblem if there is none for this question
     */
    TokenAnswer grant(TokenQuestion question) {
        for (Account account : question.accounts()) {
            Optional<Client> client = accounts.client(account.id(), account.secret());
            if (client.isPresent()) {
                return ofClient(client.get(), question);
            }
            Optional<OperatorAccount> operator = accounts.operator(account.id(), account.secret());
            if (operator.isPresent()) {
                return ofOperator(operator.get(), question);
            }
        }
        throw TokenProblem.invalidClient();
    }

    private TokenAnswer ofClient(Client client, TokenQuestion question) {
        if (!question.scopes().isEmpty()) {
            throw new TokenProblem("invalid_scope", "A platform's token has no scopes.");
        }
        if (question.audience().isPresent()) {
            throw new TokenProblem(
                    "invalid_target", "A platform's token has no audience to choose.");
        }
        return new TokenAnswer(tokens.sign(client), "Bearer", tokens.life().toSeconds(), null);
    }

    private TokenAnswer ofOperator(OperatorAccount operator, TokenQuestion question) {
        String audience = question.audience().orElse(Audience.GATEWAY);
        if (!operator.audiences().contains(audience)) {
            throw new TokenProblem(
                    "invalid_target", "The account has no tokens for this audience.");
        }
        Set<String> scopes = question.scopes().isEmpty() ? operator.scopes() : question.scopes();
        if (!operator.scopes().containsAll(scopes)) {
            throw new TokenProblem("invalid_scope", "The account has not all of these scopes.");
        }
        String scope = String.join(" ", new TreeSet<>(scopes));
        return new TokenAnswer(sign(operator, audience, scope), "Bearer", life.toSeconds(), scope);
    }

    private String sign(OperatorAccount operator, String audience, String scope) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setSubject(operator.id());
        claims.setStringClaim(InternalToken.TENANT, operator.tenant());
        claims.setStringClaim(InternalToken.CLIENT, operator.id());
        claims.setStringClaim("scope", scope);
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(now.plus(life).toEpochMilli()));
        claims.setJwtId(UUID.randomUUID().toString());
        return new TokenKind(InternalToken.TYPE, InternalToken.ISSUER, audience)
                .sign(internal, claims);
    }
}
