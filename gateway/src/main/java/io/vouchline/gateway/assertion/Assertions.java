package io.vouchline.gateway.assertion;

import io.quarkus.runtime.Startup;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.signing.SigningKey;
import io.vouchline.gateway.signing.TokenKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
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

    /** What {@code sub} begins with where no person is known: the number's hash follows. */
    public static final String NOBODY_KNOWN = "number:";

    private static final String AMR = "amr";
    private static final String NUMBER = "number";
    private static final String PROVEN_AT = "auth_time";

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

    /** How long one is good for. */
    public Duration life() {
        return config.life();
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

    /** Such a statement about a number; empty if there is no key, or its time is over. */
    public Optional<Stated> sign(Statement statement) {
        Instant end = end(statement);
        return key.filter(_ -> clock.instant().isBefore(end))
                .map(signer -> new Stated(KIND.sign(signer, claims(statement, end)), end));
    }

    /**
     * What a statement for this client's tenant states of a person.
     *
     * @throws io.vouchline.contract.problem.ProblemException 403, if it does not hold: another
     *     key's or kind's, expired, another tenant's, of no level, about no person, or by answers
     *     alone, which prove no possession; which of these is not told
     */
    public Proof verified(Client client, String assertion) {
        return held(client, assertion).flatMap(Assertions::proof).orElseThrow(Assertions::refusal);
    }

    /**
     * What a statement for this client's tenant states of a number; empty if it is about a person
     * only.
     *
     * @throws io.vouchline.contract.problem.ProblemException 403, if it does not hold: another
     *     key's or kind's, expired, or another tenant's; which of these is not told
     */
    public Optional<NumberProof> verifiedOfNumber(Client client, String assertion) {
        return numberProof(held(client, assertion).orElseThrow(Assertions::refusal));
    }

    private Optional<JwtClaims> held(Client client, String assertion) {
        SigningKey verifier =
                key.orElseThrow(
                        () ->
                                ProblemType.FORBIDDEN.exception(
                                        "This gateway makes no assertions, and accepts none."));
        return KIND.verified(verifier, assertion, clock.instant())
                .filter(claims -> client.tenant().equals(claims.getClaimValue("tenant")));
    }

    private static ProblemException refusal() {
        return ProblemType.FORBIDDEN.exception("The assertion does not hold.");
    }

    private Instant end(Statement statement) {
        Instant end = statement.at().plus(config.life());
        return end.isBefore(statement.atTheLatest()) ? end : statement.atTheLatest();
    }

    private static JwtClaims claims(Statement statement, Instant end) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(statement.subject());
        claims.setStringClaim(InternalToken.TENANT, statement.tenant());
        claims.setStringClaim(InternalToken.CLIENT, statement.client());
        claims.setClaim(LEVEL, statement.level());
        claims.setStringListClaim(AMR, statement.amr());
        claims.setStringClaim(NUMBER, statement.number());
        claims.setStringClaim("session", statement.session());
        claims.setNumericDateClaim(PROVEN_AT, at(statement.provenAt()));
        claims.setIssuedAt(at(statement.at()));
        claims.setExpirationTime(at(end));
        claims.setJwtId(statement.id());
        return claims;
    }

    private JwtClaims claims(Client client, String subject, int level, List<String> amr) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setStringClaim(InternalToken.TENANT, client.tenant());
        claims.setStringClaim(InternalToken.CLIENT, client.id());
        claims.setClaim(LEVEL, level);
        claims.setStringListClaim(AMR, amr);
        claims.setIssuedAt(at(now));
        claims.setExpirationTime(at(now.plus(config.life())));
        claims.setJwtId(UUID.randomUUID().toString());
        return claims;
    }

    private static Optional<Proof> proof(JwtClaims claims) {
        return claims.getClaimValue(LEVEL) instanceof Long level
                        && (level == 2 || (level == 1 && !isByAnswersAlone(claims)))
                        && claims.getClaimValue("sub") instanceof String subject
                        && !subject.isEmpty()
                        && !subject.startsWith(NOBODY_KNOWN)
                ? Optional.of(new Proof(subject, level.intValue()))
                : Optional.empty();
    }

    private static boolean isByAnswersAlone(JwtClaims claims) {
        List<String> methods = methods(claims);
        return methods.contains("kba") && !methods.contains("otp");
    }

    private static Optional<NumberProof> numberProof(JwtClaims claims) {
        return claims.getClaimValue(LEVEL) instanceof Long level
                        && level >= 0
                        && level <= 2
                        && claims.getClaimValue("sub") instanceof String subject
                        && claims.getClaimValue(NUMBER) instanceof String number
                        && claims.getClaimValue(PROVEN_AT) instanceof Long provenAt
                ? Optional.of(
                        new NumberProof(
                                number,
                                subject.startsWith(NOBODY_KNOWN) ? null : subject,
                                level.intValue(),
                                methods(claims),
                                Instant.ofEpochSecond(provenAt)))
                : Optional.empty();
    }

    private static List<String> methods(JwtClaims claims) {
        return claims.getClaimValue(AMR) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    private static NumericDate at(Instant time) {
        return NumericDate.fromMilliseconds(time.toEpochMilli());
    }

    /**
     * A statement that was signed.
     *
     * @param until when it ends
     */
    public record Stated(String assertion, Instant until) {

        @Override
        public String toString() {
            return "Stated[" + until + "]";
        }
    }

    /**
     * What is to be stated of a number.
     *
     * @param client for whom
     * @param subject names the person for good, or {@link #NOBODY_KNOWN} and the number's hash
     * @param level 0 to 2
     * @param amr how it was proven (RFC 8176); empty for level 0
     * @param number the number's hash
     * @param session in which
     * @param id names the statement: the same again has the same
     * @param provenAt when the level was proven
     * @param at when it is stated
     * @param atTheLatest when it ends, if its life does not end before
     */
    public record Statement(
            String tenant,
            String client,
            String subject,
            int level,
            List<String> amr,
            String number,
            String session,
            String id,
            Instant provenAt,
            Instant at,
            Instant atTheLatest) {}
}
