package io.vouchline.gateway.signing;

import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * A kind of signed tokens (RFC 8725 section 3.12): no token of another kind is taken for one of
 * these, whatever key has signed it.
 *
 * @param type the {@code typ} header
 * @param issuer the {@code iss} claim
 * @param audience the {@code aud} claim
 */
public record TokenKind(String type, String issuer, String audience) {

    /** Far above what any of our tokens has. */
    private static final int LONGEST = 4_096;

    /** A token with these claims and those of its kind. */
    public String sign(SigningKey key, JwtClaims claims) {
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setHeader("typ", type);
        token.setKeyIdHeaderValue(key.id());
        token.setKey(key.privateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(key + " signs nothing", e);
        }
    }

    /** The claims of a token; empty if it is not of this kind, not of this key, or expired. */
    public Optional<JwtClaims> verified(SigningKey key, String token, Instant now) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new JwtConsumerBuilder()
                            .setJwsAlgorithmConstraints(
                                    ConstraintType.PERMIT,
                                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                            .setVerificationKey(key.publicKey())
                            .setExpectedType(true, type)
                            .setExpectedIssuer(true, issuer)
                            .setExpectedAudience(true, audience)
                            .setRequireExpirationTime()
                            .setRequireJwtId()
                            .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                            .build()
                            .processToClaims(token));
        } catch (InvalidJwtException e) {
            // Which of the checks it failed is not told to whoever shows it.
            return Optional.empty();
        }
    }
}
