package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.nonce.Nonces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestSchemeTest {

    private static final String ID = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";
    private static final String KEY =
            "ABC12345yusumoN6BYsBVkh+yRJ5czgsnCehZaOYldPJdmFh6NeX8kunZ2zU1YWaUw/0wV6xfw==";
    private static final Instant WHEN_CAPTURED = Instant.parse("2026-11-22T00:07:00Z");
    private static final String DATE = "Sun, 22 Nov 2026 00:07:00 GMT";
    private static final String CALL = "/v1/verify/call";

    private final Map<String, Duration> remembered = new HashMap<>();
    private Instant now = WHEN_CAPTURED;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java-2.3.0/01_POST_v1_verify_call.http",
                "java-2.3.0/02_GET_v1_verify_0123456789ABCDEF0123456789ABCDEF.http",
                "java-2.3.0/03_PUT_v1_verify_completion_0123456789ABCDEF0123456789ABCDEF.http",
                "java-2.3.0/05_POST_v1_voice.http",
                "java-2.3.0/06_POST_v1_score_15552345678.http",
                "java-2.3.0/07_POST_v1_phoneid_15552345678.http",
                "java-2.3.0/08_POST_v1_verify_call.http",
                "java-2.3.0/09_GET_v1_verify_0123456789ABCDEF0123456789ABCDEF.http",
                "java-2.3.0/10_PUT_v1_verify_completion_0123456789ABCDEF0123456789ABCDEF.http",
                "node-3.0.4/01_POST_v1_verify_call.http",
                "node-3.0.4/02_GET_v1_verify_0123456789ABCDEF0123456789ABCDEF.http",
                "node-3.0.4/03_PUT_v1_verify_completion_0123456789ABCDEF0123456789ABCDEF.http",
                "node-3.0.4/05_POST_v1_voice.http",
                "node-3.0.4/06_POST_v1_score_15552345678.http",
                "node-3.0.4/07_POST_v1_phoneid_15552345678.http"
            })
    void whatRealClientsSignIsTaken(String capture) {
        assertEquals("signing", client(Request.captured(capture)));
    }

    /** It signs application/json and sends a form: its signature can never be right. */
    @Test
    void theClientThatSignsAnotherContentTypeIsToldWhatItShouldHaveSigned() {
        RefusedAccessException refusal =
                refusal(Request.captured("java-2.3.0/04_POST_v1_verify_call.http"));
        assertEquals(AccessFault.WRONG_SIGNATURE, refusal.fault());
        assertTrue(
                refusal.signatureString()
                        .orElseThrow()
                        .startsWith("POST\napplication/x-www-form-urlencoded\n"));
    }

    @Test
    void theStringToSignIsMadeOfAllThatCounts() {
        Request request =
                new Request("POST", CALL, "a=é".getBytes(UTF_8))
                        .with("Content-Type", "text/plain; charset=utf-8")
                        .with("Date", DATE)
                        .with("X-TS-Nonce", "12345678")
                        .with("x-ts-auth-method", "HMAC-SHA256")
                        .with("x-other", "1");
        assertEquals(
                "POST\ntext/plain; charset=utf-8\n"
                        + DATE
                        + "\nx-ts-auth-method:HMAC-SHA256\nx-ts-nonce:12345678\na=é\n/v1/verify/call",
                text(request, "a=é"));
        assertEquals(
                "POST\ntext/plain; charset=utf-8\n\nx-ts-auth-method:HMAC-SHA256\nx-ts-date:"
                        + DATE
                        + "\nx-ts-nonce:12345678\n/v1/verify/call",
                text(request.with("x-ts-date", DATE), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void aRequestWithoutBodyIsSignedWithAnEmptyContentType(String method) {
        Request request = new Request(method, CALL, new byte[0]).with("Content-Type", "a/b");
        assertEquals(method + "\n\n\n" + CALL, text(request, "ignored"));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "900, true", "901, false", "-900, true", "-901, false", "86400, false"})
    void aDateIsGoodForFifteenMinutesBothWays(long secondsLater, boolean good) {
        now = WHEN_CAPTURED.plusSeconds(secondsLater);
        if (good) {
            assertEquals("signing", client(signed(call())));
        } else {
            assertEquals(AccessFault.DATE_OUT_OF_WINDOW, refusal(signed(call())).fault());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 22 Nov 2026 00:07:00 GMT",
                "Sun, 22 Nov 2026 02:07:00 +0200",
                "22 Nov 2026 00:07:00 GMT"
            })
    void aDateIsReadWithItsZone(String date) {
        assertEquals("signing", client(signed(call().with("Date", date))));
        Request request = call().with("Date", "nonsense").with("x-ts-nonce", "a-nonce-2");
        assertEquals("signing", client(signed(request.with("x-ts-date", date))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T00:07:00Z", "Mon, 22 Nov 2026 00:07:00 GMT", "now", "0"})
    void anyOtherDateIsUnreadable(String date) {
        assertEquals(
                AccessFault.UNREADABLE_DATE, refusal(signed(call().with("Date", date))).fault());
    }

    @Test
    void withoutADateNothingIsTaken() {
        assertEquals(AccessFault.NO_DATE, refusal(signed(call().without("date"))).fault());
        assertEquals(AccessFault.NO_DATE, refusal(signed(call().with("x-ts-date", ""))).fault());
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true", "64, true", "65, false"})
    void aNonceHasEightToSixtyFourCharacters(int length, boolean good) {
        Request request = call().with("x-ts-nonce", "n".repeat(length));
        if (good) {
            assertEquals("signing", client(signed(request)));
        } else {
            assertEquals(AccessFault.NONCE_LENGTH, refusal(signed(request)).fault());
        }
    }

    @Test
    void aNonceIsGoodOnce() {
        assertEquals("signing", client(signed(call())));
        assertEquals(AccessFault.NONCE_USED, refusal(signed(call())).fault());
        Request another = new Request("POST", CALL, "b=2".getBytes(UTF_8));
        call().headers().forEach(another::with);
        assertEquals(AccessFault.NONCE_USED, refusal(signed(another)).fault());
    }

    @Test
    void withoutANonceASignatureIsGoodOnce() {
        Request request = call().without("x-ts-nonce");
        assertEquals("signing", client(signed(request)));
        assertEquals(AccessFault.NONCE_USED, refusal(request).fault());
    }

    /** Both are signed in one text, in which the one could stand for the other. */
    @Test
    void aNonceThatMovesFromHeaderToBodyMakesNoNewRequest() {
        Request first = signed(call());
        assertEquals("signing", client(first));
        Request moved = new Request("POST", CALL, "x-ts-nonce:a-nonce-1\na=1".getBytes(UTF_8));
        first.headers().forEach(moved::with);
        assertEquals(AccessFault.NONCE_USED, refusal(moved.without("x-ts-nonce")).fault());
    }

    @Test
    void aNonceIsKeptForAsLongAsItsDateIsGood() {
        client(signed(call()));
        assertEquals(Set.of(Duration.ofSeconds(901)), new HashSet<>(remembered.values()));
        remembered.clear();
        now = WHEN_CAPTURED.minusSeconds(900);
        client(signed(call()));
        assertEquals(Set.of(Duration.ofSeconds(1801)), new HashSet<>(remembered.values()));
    }

    @Test
    void onlyAGoodSignatureUsesANonceUp() {
        assertEquals(
                AccessFault.WRONG_SIGNATURE,
                refusal(call().with("Authorization", tsa(ID, new byte[32]))).fault());
        assertTrue(remembered.isEmpty());
        assertEquals("signing", client(signed(call())));
    }

    @Test
    void anUnknownCustomerIsToldWhatAWrongSignatureIsTold() {
        RefusedAccessException wrong = refusal(call().with("Authorization", tsa(ID, new byte[32])));
        RefusedAccessException unknown =
                refusal(call().with("Authorization", tsa("nobody", new byte[32])));
        assertEquals(wrong.fault(), unknown.fault());
        assertEquals(wrong.signatureString(), unknown.signatureString());
    }

    @Test
    void sha1IsTakenOnlyFromAClientThatMayUseIt() {
        Request old = call().without("x-ts-auth-method");
        assertEquals(AccessFault.UNKNOWN_METHOD, refusal(sha1(old)).fault());
        Door allowed = new Door(true);
        assertEquals("signing", allowed.client(sha1(old)));
        Request named = call().with("x-ts-auth-method", "hmac-sha1");
        assertEquals("signing", allowed.client(sha1(named.with("x-ts-nonce", "a-nonce-2"))));
        assertEquals("signing", allowed.client(signed(call().with("x-ts-nonce", "a-nonce-3"))));
    }

    @Test
    void aMethodThatIsNoneIsRefused() {
        for (String method : new String[] {"HMAC-MD5", "none", "", "Basic"}) {
            Request request = signed(call().with("x-ts-auth-method", method));
            assertEquals(AccessFault.UNKNOWN_METHOD, refusal(request).fault());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TSA x", "TSA :AAAA", "TSA x:", "TSA x:***", "TSA x:A"})
    void whatIsNoSignatureIsUnreadableAndNoBodyIsRead(String header) {
        Request request = call().with("Authorization", header);
        assertEquals(AccessFault.UNREADABLE, refusal(request).fault());
        assertFalse(request.wasRead());
    }

    @Test
    void nowhereElseIsASignatureTaken() {
        assertFalse(new Door(false).scheme().isShownBy(signed(call()).in(Dialect.DIALOGFLOW)));
    }

    private static Request call() {
        return new Request("POST", CALL, "a=1".getBytes(UTF_8))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Date", DATE)
                .with("x-ts-auth-method", "HMAC-SHA256")
                .with("x-ts-nonce", "a-nonce-1");
    }

    private static Request signed(Request request) {
        return signed(request, SignatureMethod.HMAC_SHA256);
    }

    private static Request sha1(Request request) {
        return signed(request, SignatureMethod.HMAC_SHA1);
    }

    private static Request signed(Request request, SignatureMethod digest) {
        byte[] body = request.body().await().indefinitely();
        SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(KEY), "HMAC");
        byte[] signature = digest.sign(key, StringToSign.of(request, body));
        return request.with("Authorization", tsa(ID, signature));
    }

    private static String tsa(String id, byte[] signature) {
        return "TSA " + id + ":" + Base64.getEncoder().encodeToString(signature);
    }

    private static String text(Request request, String body) {
        return new String(StringToSign.of(request, body.getBytes(UTF_8)), UTF_8);
    }

    private String client(Request request) {
        return new Door(false).client(request);
    }

    private RefusedAccessException refusal(Request request) {
        return assertThrows(RefusedAccessException.class, () -> client(request));
    }

    private final class Door {

        private final DigestScheme scheme;

        Door(boolean sha1) {
            this.scheme =
                    new DigestScheme(
                            clients(sha1),
                            new Nonces() {
                                @Override
                                public Uni<Boolean> areNew(
                                        String owner, List<String> nonces, Duration life) {
                                    if (!Collections.disjoint(remembered.keySet(), nonces)) {
                                        return Uni.createFrom().item(false);
                                    }
                                    nonces.forEach(nonce -> remembered.put(nonce, life));
                                    return Uni.createFrom().item(true);
                                }
                            },
                            Duration.ofMinutes(15),
                            InstantSource.fixed(now));
        }

        DigestScheme scheme() {
            return scheme;
        }

        String client(Request request) {
            return scheme.client(request).await().indefinitely().id();
        }
    }

    private static Clients clients(boolean sha1) {
        String prefix = "vouchline.access.clients.signing.";
        return new Clients(
                new SmallRyeConfigBuilder()
                        .withMapping(AccessConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValues(
                                Map.of(
                                        prefix + "tenant",
                                        "bank",
                                        prefix + "dialects",
                                        "telesign",
                                        prefix + "customer-id",
                                        ID,
                                        prefix + "default-region",
                                        "US",
                                        prefix + "digest-sha1",
                                        Boolean.toString(sha1),
                                        prefix + "key-file",
                                        KeyFiles.write("digest-key", KEY).toString()))
                        .build()
                        .getConfigMapping(AccessConfig.class),
                false);
    }
}
