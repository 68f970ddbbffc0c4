package io.vouchline.gateway.assertion;

import io.quarkus.runtime.Startup;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.signing.SigningKey;
import io.vouchline.gateway.signing.TokenKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * Our own signed statements of what a caller has proven (JWT, ES256): the platform keeps one for a
 * few minutes and shows it where a proof is asked for. One can be shown more than once while it is
 * good, since nothing is remembered here.
 */
@Startup
@Singleton
public class Assertions {

    /** The request header in which a platform shows one. */
    public static final String HEADER = "Vouchline-Assertion";

    /** The {@code typ} header: no other token of ours can stand in for one. */
    static final String TYPE = "vouchline-assertion+jwt";

    /** The {@code aud} claim. */
    static final String AUDIENCE = "vouchline-assertion";

    /** The claim with the level of authentication. */
    static final String LEVEL = "auth_level";

    private static final TokenKind KIND = new TokenKind(TYPE, InternalToken.ISSUER, AUDIENCE);
    private static final String SETTING = "vouchline.assertion.signing-key-file";

    private final AssertionConfig config;
    private final Optional<SigningKey> key;
    private final InstantSource clock;

    @Inject
    Assertions(AssertionConfig config) {
        this(config, InstantSource.system());
    }

    Assertions(AssertionConfig config, InstantSource clock) {
        this.config = config;
        this.key = config.signingKeyFile().map(file -> SigningKey.read(SETTING, file));
        this.clock = clock;
    }

    /** Whether there is a key to sign any. */
    public boolean areMade() {
        return key.isPresent();
    }

    /** The public key as a JWK, for whoever reads one. */
    public Optional<Map<String, Object>> publicKey() {
        return key.map(SigningKey::publicJwk);
    }

    /**
     * A statement for this client's tenant; empty if there is no key.
     *
     * @param subject names the person for good, as lookup-service does
     * @param level 1 by one factor, 2 by two
     * @param amr how it was proven (RFC 8176): otp, sms, mfa, ...
     */
    public Optional<String> sign(Client client, String subject, int level, List<String> amr) {
        if (level < 1) {
            throw new IllegalArgumentException("nothing has been proven: level " + level);
        }
        return key.map(signer -> KIND.sign(signer, claims(client, subject, level, amr)));
    }

    /**
     * What a statement for this client's tenant states.
     *
     * @throws io.vouchline.contract.problem.ProblemException 403, if it does not hold: another
     *     key's or kind's, expired, another tenant's, or of no level; which of these is not told
     */
    public Proof verified(Client client, String assertion) {
        SigningKey verifier =
                key.orElseThrow(
                        () ->
                                ProblemType.FORBIDDEN.exception(
                                        "This gateway makes no assertions, and accepts none."));
        return KIND.verified(verifier, assertion, clock.instant())
                .filter(claims -> client.tenant().equals(claims.getClaimValue("tenant")))
                .flatMap(Assertions::proof)
                .orElseThrow(() -> ProblemType.FORBIDDEN.exception("The assertion does not hold."));
    }

    private JwtClaims claims(Client client, String subject, int level, List<String> amr) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setStringClaim(InternalToken.TENANT, client.tenant());
        claims.setStringClaim(InternalToken.CLIENT, client.id());
        claims.setClaim(LEVEL, level);
        claims.setStringListClaim("amr", amr);
        claims.setIssuedAt(at(now));
        claims.setExpirationTime(at(now.plus(config.life())));
        claims.setJwtId(UUID.randomUUID().toString());
        return claims;
    }

    private static Optional<Proof> proof(JwtClaims claims) {
        return claims.getClaimValue(LEVEL) instanceof Long level
                        && (level == 1 || level == 2)
                        && claims.getClaimValue("sub") instanceof String subject
                        && !subject.isEmpty()
                ? Optional.of(new Proof(subject, level.intValue()))
                : Optional.empty();
    }

    private static NumericDate at(Instant time) {
        return NumericDate.fromMilliseconds(time.toEpochMilli());
    }
}
