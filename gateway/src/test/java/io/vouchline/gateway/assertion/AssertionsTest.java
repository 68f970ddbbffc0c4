package io.vouchline.gateway.assertion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.gateway.AssertionKey;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.assertion.Assertions.Stated;
import io.vouchline.gateway.assertion.Assertions.Statement;
import io.vouchline.gateway.dialect.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionsTest {

    private static final Path KEY = AssertionKey.file();
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant PROVEN = NOON.minusSeconds(600);

    private final Client client = client("bank");
    private final Assertions assertions = assertions(KEY, NOON);

    @Test
    void whatIsSignedIsReadAgain() {
        assertEquals(new Proof("person-1", 2), assertions.verified(client, signed(2)));
    }

    @Test
    void anAssertionHasEveryClaimAndLivesForFiveMinutes() throws Exception {
        JwtClaims claims = claims(signed(1));
        assertEquals("vouchline-gateway", claims.getIssuer());
        assertEquals(List.of("vouchline-assertion"), claims.getAudience());
        assertEquals("person-1", claims.getSubject());
        assertEquals("bank", claims.getStringClaimValue("tenant"));
        assertEquals("a-client", claims.getStringClaimValue("client"));
        assertEquals(1L, claims.getClaimValue("auth_level"));
        assertEquals(List.of("otp", "sms"), claims.getStringListClaimValue("amr"));
        assertEquals(NOON.getEpochSecond(), claims.getIssuedAt().getValue());
        assertEquals(NOON.getEpochSecond() + 300, claims.getExpirationTime().getValue());
        assertFalse(claims.getJwtId().isEmpty());
    }

    @Test
    void noTwoAssertionsAreAlike() throws Exception {
        assertNotEquals(claims(signed(1)).getJwtId(), claims(signed(1)).getJwtId());
    }

    @Test
    void anAssertionHoldsUntilItsLifeEnds() {
        String assertion = signed(1);
        Instant end = NOON.plus(Duration.ofMinutes(5));
        assertEquals(
                new Proof("person-1", 1),
                assertions(KEY, end.minusSeconds(1)).verified(client, assertion));
        refused(assertions(KEY, end), assertion);
    }

    @Test
    void anotherTenantsAssertionDoesNotHold() {
        String theirs = assertions.sign(client("another-bank"), "person-1", 1, List.of()).get();
        refused(assertions, theirs);
    }

    @Test
    void anotherKeysAssertionDoesNotHold() {
        refused(assertions, bent(AssertionKey.file("another.jwk"), claims -> {}, token -> {}));
        refused(assertions, bent(KeyFiles.signingKey(), claims -> {}, token -> {}));
    }

    @Test
    void anAssertionOfAnotherTypeDoesNotHold() {
        refused(assertions, bent(token -> token.setHeader("typ", "vouchline-internal+jwt")));
        refused(assertions, bent(token -> token.setHeader("typ", "JWT")));
        refused(assertions, bent(token -> token.getHeaders().setStringHeaderValue("typ", null)));
    }

    @Test
    void anAssertionOfAnotherIssuerOrAudienceDoesNotHold() {
        refused(assertions, bentClaims(claims -> claims.setIssuer("somebody")));
        refused(assertions, bentClaims(claims -> claims.setAudience("lookup-service")));
        refused(assertions, bentClaims(claims -> claims.unsetClaim("aud")));
        refused(assertions, bentClaims(claims -> claims.unsetClaim("iss")));
    }

    @Test
    void anAssertionWithoutEndTenantSubjectOrIdDoesNotHold() {
        for (String claim : new String[] {"exp", "tenant", "sub", "jti"}) {
            refused(assertions, bentClaims(claims -> claims.unsetClaim(claim)));
        }
        refused(assertions, bentClaims(claims -> claims.setSubject("")));
    }

    @Test
    void anAssertionOfNoLevelDoesNotHold() {
        for (Object level : new Object[] {0, -1, 3, 1.5, "1", true, Long.MAX_VALUE, List.of(1)}) {
            refused(assertions, bentClaims(claims -> claims.setClaim("auth_level", level)));
        }
        refused(assertions, bentClaims(claims -> claims.unsetClaim("auth_level")));
    }

    /** So that each of the refusals above is one of what was bent. */
    @Test
    void anAssertionThatNobodyBentHolds() {
        assertEquals(
                new Proof("person-1", 1),
                assertions.verified(client, bent(KEY, claims -> {}, token -> {})));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b.c",
                "e30.e30.",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZXJzb24tMSJ9.",
                "\u0000.\uFFFF.ü",
                "a.b.c.d.e"
            })
    void whatIsNoTokenDoesNotHold(String text) {
        refused(assertions, text);
    }

    @Test
    void aTokenThatIsFarTooLongIsNotEvenRead() {
        refused(assertions, bentClaims(claims -> claims.setStringClaim("more", "x".repeat(5_000))));
    }

    @Test
    void nothingProvenIsNotSigned() {
        assertThrows(
                IllegalArgumentException.class,
                () -> assertions.sign(client, "person-1", 0, List.of()));
    }

    @Test
    void whatIsStatedOfANumberIsReadAgain() {
        for (int level = 0; level <= 2; level++) {
            assertEquals(
                    Optional.of(new NumberProof("HASH", "person-1", level, List.of("otp"), PROVEN)),
                    assertions.verifiedOfNumber(client, stated("person-1", level, List.of("otp"))));
        }
        assertEquals(
                Optional.of(new NumberProof("HASH", null, 0, List.of(), PROVEN)),
                assertions.verifiedOfNumber(client, stated("number:HASH", 0, List.of())));
    }

    @Test
    void aStatementOfANumberHasEveryClaim() throws Exception {
        JwtClaims claims = claims(stated("person-1", 2, List.of("otp", "mfa")));
        assertEquals("vouchline-gateway", claims.getIssuer());
        assertEquals(List.of("vouchline-assertion"), claims.getAudience());
        assertEquals("person-1", claims.getSubject());
        assertEquals("bank", claims.getStringClaimValue("tenant"));
        assertEquals("a-client", claims.getStringClaimValue("client"));
        assertEquals(2L, claims.getClaimValue("auth_level"));
        assertEquals(List.of("otp", "mfa"), claims.getStringListClaimValue("amr"));
        assertEquals("HASH", claims.getStringClaimValue("number"));
        assertEquals("SESSION", claims.getStringClaimValue("session"));
        assertEquals(PROVEN.getEpochSecond(), claims.getClaimValue("auth_time"));
        assertEquals(NOON.getEpochSecond(), claims.getIssuedAt().getValue());
        assertEquals(NOON.getEpochSecond() + 300, claims.getExpirationTime().getValue());
        assertEquals("SESSION-1", claims.getJwtId());
    }

    /** All that somebody else has is what is published. */
    @Test
    void whoHasThePublishedKeysAloneCanVerifyAStatement() throws Exception {
        String published =
                "{\"keys\":[%s]}".formatted(JsonUtil.toJson(assertions.publicKey().orElseThrow()));
        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setVerificationKeyResolver(
                                new JwksVerificationKeyResolver(
                                        new JsonWebKeySet(published).getJsonWebKeys()))
                        .setExpectedIssuer("vouchline-gateway")
                        .setExpectedAudience("vouchline-assertion")
                        .setRequireExpirationTime()
                        .setEvaluationTime(NumericDate.fromMilliseconds(NOON.toEpochMilli()))
                        .build()
                        .processToClaims(stated("person-1", 1, List.of("otp")));
        assertEquals(1L, claims.getClaimValue("auth_level"));
    }

    @Test
    void nothingIsStatedLongerThanItCounts() {
        Instant end = NOON.plusSeconds(60);
        Stated stated = assertions.sign(statement("person-1", 1, List.of("otp"), end)).get();
        assertEquals(end, stated.until());
        refusedOfNumber(assertions(KEY, end), stated.assertion());
        assertEquals(
                Optional.empty(), assertions.sign(statement("person-1", 1, List.of("otp"), NOON)));
    }

    @Test
    void whoWantsAPersonTakesNoStatementOfLevelZeroOrOfNobody() {
        refused(assertions, stated("person-1", 0, List.of()));
        refused(assertions, stated("number:HASH", 1, List.of("otp")));
        refused(assertions, stated("number:HASH", 2, List.of("otp", "mfa")));
    }

    /** Else whoever knows the answers could bind an authenticator, and have two factors. */
    @Test
    void whoWantsAPersonTakesNoAnswersAlone() {
        refused(assertions, stated("person-1", 1, List.of("kba")));
        assertEquals(
                new Proof("person-1", 1),
                assertions.verified(client, stated("person-1", 1, List.of("otp"))));
        assertEquals(
                new Proof("person-1", 2),
                assertions.verified(client, stated("person-1", 2, List.of("kba", "otp", "mfa"))));
    }

    @Test
    void anAssertionOfAPersonSaysNothingOfANumber() {
        assertEquals(Optional.empty(), assertions.verifiedOfNumber(client, signed(1)));
    }

    @Test
    void aStatementThatDoesNotHoldIsRefused() {
        String stated = stated("person-1", 1, List.of("otp"));
        refusedOfNumber(assertions(KEY, NOON.plus(Duration.ofMinutes(5))), stated);
        refusedOfNumber(assertions(AssertionKey.file("another.jwk"), NOON), stated);
        refusedOfNumber(assertions, stated.substring(0, stated.length() - 4) + "AAAA");
        ProblemException refusal =
                assertThrows(
                        ProblemException.class,
                        () -> assertions.verifiedOfNumber(client("rival"), stated));
        assertEquals(403, refusal.problem().status());
    }

    @Test
    void aStatementOfNoLevelOrTimeSaysNothing() {
        for (Object level : new Object[] {-1, 3, 0.5, "0", true, Long.MAX_VALUE}) {
            saysNothing(claims -> claims.setClaim("auth_level", level));
        }
        for (String claim : List.of("auth_level", "number", "auth_time", "sub")) {
            saysNothing(claims -> claims.unsetClaim(claim));
        }
    }

    private void saysNothing(Consumer<JwtClaims> bending) {
        assertEquals(
                Optional.empty(),
                assertions.verifiedOfNumber(
                        client,
                        bentClaims(
                                claims -> {
                                    claims.setStringClaim("number", "HASH");
                                    claims.setClaim("auth_time", PROVEN.getEpochSecond());
                                    bending.accept(claims);
                                })));
    }

    private String stated(String subject, int level, List<String> amr) {
        return assertions
                .sign(statement(subject, level, amr, NOON.plus(Duration.ofHours(1))))
                .get()
                .assertion();
    }

    private static Statement statement(
            String subject, int level, List<String> amr, Instant atTheLatest) {
        return new Statement(
                "bank",
                "a-client",
                subject,
                level,
                amr,
                "HASH",
                "SESSION",
                "SESSION-1",
                PROVEN,
                NOON,
                atTheLatest);
    }

    private void refusedOfNumber(Assertions by, String assertion) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> by.verifiedOfNumber(client, assertion));
        assertEquals(403, refusal.problem().status());
    }

    @Test
    void withoutAKeyNoneIsMadeAndNoneHolds() {
        Assertions none = new Assertions(config(Map.of()), () -> NOON);
        assertFalse(none.areMade());
        assertEquals(Optional.empty(), none.sign(client, "person-1", 1, List.of("otp")));
        assertEquals(
                "This gateway makes no assertions, and accepts none.", refused(none, signed(1)));
    }

    @Test
    void aKeyThatCannotBeReadStopsTheStartWithSettingAndRemedy() {
        Path file = KeyFiles.write("no.jwk", "{}");
        assertEquals(
                "vouchline.assertion.signing-key-file=%s: it cannot be read as a JWK; mount one JWK"
                        .formatted(file),
                assertThrows(IllegalStateException.class, () -> assertions(file, NOON))
                        .getMessage());
    }

    private String signed(int level) {
        return assertions.sign(client, "person-1", level, List.of("otp", "sms")).get();
    }

    private String refused(Assertions by, String assertion) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> by.verified(client, assertion));
        assertEquals(403, refusal.problem().status());
        return String.valueOf(refusal.problem().detail());
    }

    private static String bent(Consumer<JsonWebSignature> headersBent) {
        return bent(KEY, claims -> {}, headersBent);
    }

    private static String bentClaims(Consumer<JwtClaims> claimsBent) {
        return bent(KEY, claimsBent, token -> {});
    }

    private static String bent(
            Path key, Consumer<JwtClaims> claimsBent, Consumer<JsonWebSignature> headersBent) {
        return AssertionKey.sign(key, "bank", "person-1", claimsBent, headersBent);
    }

    private static JwtClaims claims(String assertion) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromMilliseconds(NOON.toEpochMilli()))
                .build()
                .processToClaims(assertion);
    }

    private static Client client(String tenant) {
        return new Client("a-client", tenant, Set.of(Dialect.VOUCHLINE), "US", policy());
    }

    private static PolicyConfig policy() {
        Map<String, String> settings = new HashMap<>();
        settings.put("vouchline.access.clients.a.tenant", "bank");
        settings.put("vouchline.access.clients.a.dialects", "vouchline");
        settings.put("vouchline.access.clients.a.default-region", "US");
        settings.put("vouchline.access.clients.a.key-file", "none");
        PolicyConfig policy =
                builder(settings)
                        .withMapping(AccessConfig.class)
                        .build()
                        .getConfigMapping(AccessConfig.class)
                        .clients()
                        .get("a")
                        .policy();
        assertTrue(!policy.enrolAuthenticators(), "off unless said otherwise");
        return policy;
    }

    private static Assertions assertions(Path key, Instant now) {
        return new Assertions(
                config(Map.of("vouchline.assertion.signing-key-file", key.toString())), () -> now);
    }

    private static AssertionConfig config(Map<String, String> settings) {
        return builder(settings)
                .withMapping(AssertionConfig.class)
                .build()
                .getConfigMapping(AssertionConfig.class);
    }

    private static SmallRyeConfigBuilder builder(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(settings);
    }
}
