package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.dialect.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleSchemeTest {

    private static final String AGENT = "service-1@gcp-sa-dialogflow.iam.gserviceaccount.com";
    private static final String AUDIENCE = "https://gateway.bank.example/dialogflow/send_otp";
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final RsaJsonWebKey FIRST = key("first");
    private static final RsaJsonWebKey SECOND = key("second");

    private final Map<String, String> settings = new HashMap<>();
    private Instant now = NOW;
    private int fetches;
    private Supplier<Uni<String>> answer = () -> Uni.createFrom().item(set(FIRST));

    @Test
    void aTokenOfTheNamedAgentIsThatClients() {
        assertEquals("bot", client(token(claims -> {})));
    }

    @Test
    void whateverElseIsWrongTheTokenIsRefused() throws Exception {
        List<Consumer<JwtClaims>> bends =
                List.of(
                        claims -> claims.setIssuer("https://accounts.google.com.example"),
                        claims -> claims.setAudience("https://another.bank.example"),
                        claims -> claims.unsetClaim("aud"),
                        claims -> claims.setStringClaim("email", AGENT.replace("1", "2")),
                        claims -> claims.setStringClaim("email", AGENT.toUpperCase(Locale.ROOT)),
                        claims -> claims.unsetClaim("email"),
                        claims -> claims.setClaim("email_verified", false),
                        claims -> claims.setClaim("email_verified", "true"),
                        claims -> claims.unsetClaim("email_verified"),
                        claims -> claims.unsetClaim("exp"),
                        claims -> claims.unsetClaim("iat"),
                        claims -> claims.setExpirationTime(at(NOW.minusSeconds(31))),
                        claims -> claims.setIssuedAt(at(NOW.plusSeconds(60))));
        for (Consumer<JwtClaims> bend : bends) {
            String token = token(bend);
            assertThrows(RefusedAccessException.class, () -> client(token));
        }
        // Another's key under a known name, and the public key as a secret.
        assertThrows(
                RefusedAccessException.class, () -> client(token(SECOND, "first", claims -> {})));
        JsonWebSignature confused = new JsonWebSignature();
        confused.setAlgorithmHeaderValue("HS256");
        confused.setKeyIdHeaderValue("first");
        confused.setKey(new HmacKey(FIRST.getRsaPublicKey().getEncoded()));
        confused.setPayload(claims().toJson());
        String token = confused.getCompactSerialization();
        assertThrows(RefusedAccessException.class, () -> client(token));
    }

    @ParameterizedTest
    @CsvSource({"29, true", "31, false"})
    void aTokenIsGoodUntilItExpires(long secondsLate, boolean good) {
        String token = token(claims -> claims.setExpirationTime(at(NOW.minusSeconds(secondsLate))));
        if (good) {
            assertEquals("bot", client(token));
        } else {
            assertThrows(RefusedAccessException.class, () -> client(token));
        }
    }

    @Test
    void anyAudienceIsTakenOnlyIfThatIsSaid() {
        String token = token(claims -> claims.setAudience("https://another.bank.example"));
        settings.put("vouchline.access.google.check-audience", "false");
        settings.put("vouchline.access.google.audiences", "");
        assertEquals("bot", client(token));
    }

    @Test
    void noAudienceToCheckStopsTheStart() {
        settings.put("vouchline.access.google.audiences", "");
        assertTrue(
                assertThrows(IllegalStateException.class, this::config)
                        .getMessage()
                        .startsWith("vouchline.access.google.audiences=(unset): "));
    }

    @Test
    void withoutKeysNobodyIsLetInAndNobodyIsRefused() {
        answer = () -> Uni.createFrom().failure(new java.io.IOException("gone"));
        Door door = new Door();
        assertEquals(503, unavailable(door, token(claims -> {})));
        // A minute passes before Google is asked again.
        answer = () -> Uni.createFrom().item(set(FIRST));
        assertEquals(503, unavailable(door, token(claims -> {})));
        assertEquals(1, fetches);
        now = NOW.plusSeconds(60);
        assertEquals("bot", door.client(token(claims -> {})));
        assertEquals(2, fetches);
    }

    @Test
    void keysThatNeverComeAreNotWaitedForForLong() {
        answer = () -> Uni.createFrom().nothing();
        long before = System.nanoTime();
        assertEquals(503, unavailable(new Door(), token(claims -> {})));
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(4).toNanos());
    }

    @Test
    void aKeyThatIsNotKnownIsAskedForOnceAMinuteAtMost() {
        Door door = new Door();
        assertEquals("bot", door.client(token(claims -> {})));
        String next = token(SECOND, "second", claims -> {});
        assertThrows(RefusedAccessException.class, () -> door.client(next));
        assertThrows(RefusedAccessException.class, () -> door.client(next));
        assertEquals(1, fetches);
        answer = () -> Uni.createFrom().item(set(SECOND));
        now = NOW.plusSeconds(60);
        assertEquals("bot", door.client(next));
        assertEquals(2, fetches);
    }

    @Test
    void whatWasFetchedStaysIfALaterFetchFails() {
        Door door = new Door();
        assertEquals("bot", door.client(token(claims -> {})));
        for (String failure : new String[] {"{}", "{\"keys\":[]}", "<html>", ""}) {
            now = now.plusSeconds(60);
            answer = () -> Uni.createFrom().item(failure);
            String next = token(SECOND, "second", claims -> {});
            assertThrows(RefusedAccessException.class, () -> door.client(next));
            assertEquals("bot", door.client(token(claims -> {})));
        }
        assertEquals(5, fetches);
    }

    private static int unavailable(Door door, String token) {
        return assertThrows(ProblemException.class, () -> door.client(token)).problem().status();
    }

    private String client(String token) {
        return new Door().client(token);
    }

    private AccessConfig config() {
        String prefix = "vouchline.access.clients.bot.";
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                prefix + "tenant",
                                "bank",
                                prefix + "dialects",
                                "dialogflow",
                                prefix + "default-region",
                                "US",
                                prefix + "google-service-agents",
                                AGENT,
                                "vouchline.access.google.audiences",
                                AUDIENCE));
        all.putAll(settings);
        AccessConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(AccessConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValues(all)
                        .build()
                        .getConfigMapping(AccessConfig.class);
        assertTrue(new Clients(config, false).knowsAgents());
        return config;
    }

    private final class Door {

        private final GoogleScheme scheme;

        Door() {
            AccessConfig config = config();
            scheme =
                    new GoogleScheme(
                            new Clients(config, false),
                            new GoogleKeys(
                                    config.google(),
                                    true,
                                    () -> {
                                        fetches++;
                                        return answer.get();
                                    },
                                    () -> now),
                            config.google(),
                            () -> NOW);
        }

        String client(String token) {
            Request request =
                    new Request("POST", "/dialogflow/send_otp", new byte[0])
                            .in(Dialect.DIALOGFLOW)
                            .with("Authorization", "Bearer " + token);
            assertTrue(scheme.isShownBy(request));
            return scheme.client(request).await().indefinitely().id();
        }
    }

    private static String token(Consumer<JwtClaims> bent) {
        return token(FIRST, "first", bent);
    }

    private static String token(RsaJsonWebKey key, String id, Consumer<JwtClaims> bent) {
        JwtClaims claims = claims();
        bent.accept(claims);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("RS256");
        token.setKeyIdHeaderValue(id);
        token.setKey(key.getRsaPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("https://accounts.google.com");
        claims.setAudience(AUDIENCE);
        claims.setStringClaim("email", AGENT);
        claims.setClaim("email_verified", true);
        claims.setIssuedAt(at(NOW.minusSeconds(60)));
        claims.setExpirationTime(at(NOW.plusSeconds(3_540)));
        return claims;
    }

    private static NumericDate at(Instant time) {
        return NumericDate.fromSeconds(time.getEpochSecond());
    }

    private static String set(RsaJsonWebKey key) {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
