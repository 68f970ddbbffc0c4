package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.AccessConfig.GoogleConfig;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** An ID token (RS256) of a Google service agent, as Dialogflow CX sends it by default. */
final class GoogleScheme implements Scheme {

    private static final int LONGEST = 8_192;
    private static final int SKEW_SECONDS = 30;
    private static final int OLDEST_SECONDS = 24 * 60 * 60;

    private final Clients clients;
    private final GoogleKeys keys;
    private final List<String> issuers;
    private final Optional<List<String>> audiences;
    private final InstantSource clock;

    GoogleScheme(Clients clients, GoogleKeys keys, GoogleConfig config, InstantSource clock) {
        this.clients = clients;
        this.keys = keys;
        this.issuers = config.issuers();
        this.audiences = config.checkAudience() ? config.audiences() : Optional.empty();
        this.clock = clock;
    }

    @Override
    public String label() {
        return "google";
    }

    @Override
    public boolean isShownBy(AccessRequest request) {
        return clients.knowsAgents() && BearerToken.of(request).isPresent();
    }

    @Override
    public Uni<Client> client(AccessRequest request) {
        BearerToken token =
                BearerToken.of(request)
                        .filter(one -> one.text().length() <= LONGEST && !one.keyId().isEmpty())
                        .orElseThrow(() -> new RefusedAccessException(AccessFault.WRONG_KEY));
        return keys.key(token.keyId())
                .map(
                        key ->
                                key.flatMap(known -> verified(token.text(), known))
                                        .flatMap(this::agent)
                                        .filter(c -> clients.mayComeFrom(c, request.source()))
                                        .orElseThrow(
                                                () ->
                                                        new RefusedAccessException(
                                                                AccessFault.WRONG_KEY)));
    }

    private Optional<Client> agent(JwtClaims claims) {
        return claims.getClaimValue("email") instanceof String email
                        && Boolean.TRUE.equals(claims.getClaimValue("email_verified"))
                ? clients.byAgent(email)
                : Optional.empty();
    }

    private Optional<JwtClaims> verified(String token, PublicKey key) {
        JwtConsumerBuilder consumer =
                new JwtConsumerBuilder()
                        .setJwsAlgorithmConstraints(
                                ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                        .setVerificationKey(key)
                        .setExpectedIssuers(true, issuers.toArray(String[]::new))
                        .setRequireExpirationTime()
                        .setRequireIssuedAt()
                        .setIssuedAtRestrictions(0, OLDEST_SECONDS)
                        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                        .setEvaluationTime(
                                NumericDate.fromMilliseconds(clock.instant().toEpochMilli()));
        consumer =
                audiences
                        .map(list -> list.toArray(String[]::new))
                        .map(consumer::setExpectedAudience)
                        .orElseGet(consumer::setSkipDefaultAudienceValidation);
        try {
            return Optional.of(consumer.build().processToClaims(token));
        } catch (InvalidJwtException e) {
            // Which of the checks it failed is not told to whoever shows it.
            return Optional.empty();
        }
    }
}
