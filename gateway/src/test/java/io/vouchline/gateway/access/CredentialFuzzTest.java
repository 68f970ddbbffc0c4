package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.KeptInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody shows as a credential: it lets nobody in, and every way of reading it ends in a
 * refusal of ours. An input is the head of a request, header by header, and its body.
 *
 * <p>Every build reads the inputs that are kept; with {@code JAZZER_FUZZ=1} the fuzzer starts from
 * them.
 */
class CredentialFuzzTest {

    private static final Instant WHEN_CAPTURED = Instant.parse("2026-11-22T00:07:00Z");
    private static final int MOST_CHARACTERS_SIGNED = 256;

    private static final Clients CLIENTS =
            new Clients(
                    Settings.of(
                            AccessConfig.class,
                            Map.of(
                                    "clients.a.tenant", "bank",
                                    "clients.a.dialects", "telesign",
                                    "clients.a.default-region", "US",
                                    "clients.a.customer-id", "customer",
                                    "clients.a.header", "X-API-Key",
                                    "clients.a.digest-sha1", "true",
                                    "clients.a.key-file", key().toString())),
                    false);

    private static final List<Scheme> SCHEMES =
            List.of(
                    new HeaderScheme(CLIENTS),
                    new BasicScheme(CLIENTS),
                    new DigestScheme(
                            CLIENTS,
                            (owner, nonces, life) -> {
                                throw new AssertionError("a signature of nobody was right");
                            },
                            Duration.ofMinutes(15),
                            InstantSource.fixed(WHEN_CAPTURED)),
                    new SourceScheme(CLIENTS));

    private static final TrustedProxies PROXIES =
            new TrustedProxies(SourceRange.all("trusted", List.of("10.0.0.0/8", "fd00::/8")));

    @FuzzTest(maxDuration = "1m")
    @EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
    void noHeadOfARequestLetsAnybodyIn(byte[] bytes) {
        check(bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void noHeadOfARequestThatIsKeptLetsAnybodyIn(Path input) throws IOException {
        check(Files.readAllBytes(input));
    }

    static List<Path> inputs() {
        return KeptInputs.of(CredentialFuzzTest.class, "noHeadOfARequestLetsAnybodyIn");
    }

    private static void check(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Request request = request(bytes);
        SCHEMES.stream()
                .filter(scheme -> scheme.isShownBy(request))
                .forEach(scheme -> checkRefused(scheme, request));
        checkToken(request);
        checkSigned(request, bytes);
        request.header("x-forwarded-for").ifPresent(line -> checkHops(List.of(line)));
        checkHops(Arrays.asList(text.split("\n", -1)));
        checkTexts(text);
    }

    private static void checkRefused(Scheme scheme, Request request) {
        try {
            Client client =
                    Uni.createFrom().deferred(() -> scheme.client(request)).await().indefinitely();
            throw new AssertionError("let in by " + scheme.label() + ": " + client.id());
        } catch (RefusedAccessException e) {
            assertTrue(
                    e.signatureString().isEmpty() || e.fault() == AccessFault.WRONG_SIGNATURE,
                    "what is signed is told only beside a wrong signature");
        }
    }

    private static void checkToken(Request request) {
        BearerToken.of(request)
                .ifPresent(
                        token -> {
                            int length = token.text().length();
                            assertTrue(token.type().length() <= length, "a type of its own");
                            assertTrue(token.keyId().length() <= length, "a key id of its own");
                        });
    }

    /** Last the path, and before it the body where there is one. */
    private static void checkSigned(Request request, byte[] body) {
        byte[] path = ('\n' + request.rawPath()).getBytes(UTF_8);
        byte[] signed = StringToSign.of(request, body);
        int end = signed.length - path.length;
        assertArrayEquals(path, Arrays.copyOfRange(signed, end, signed.length));
        if (StringToSign.hasBody(request)) {
            assertArrayEquals(body, Arrays.copyOfRange(signed, end - body.length, end));
        }
    }

    private static void checkHops(List<String> hops) {
        for (String peer : List.of("10.1.2.3", "fd00::1%eth0", "192.0.2.1")) {
            Optional<SourceAddress> source = PROXIES.source(peer, hops);
            source.ifPresent(CredentialFuzzTest::checkAddress);
            if (peer.startsWith("192")) {
                assertEquals(SourceAddress.of(peer), source, "nobody else tells where he is");
            }
        }
    }

    private static void checkTexts(String text) {
        SourceAddress.ofHop(text).ifPresent(CredentialFuzzTest::checkAddress);
        SourceRange.of(text)
                .ifPresent(
                        range -> {
                            assertTrue(range.bits() <= range.first().length(), "bits");
                            assertTrue(range.holds(range.first()) && range.overlaps(range));
                        });
        Presented.read("Basic " + text)
                .or(() -> Presented.read(text))
                .ifPresent(
                        shown -> {
                            assertFalse(shown.user().isEmpty() || shown.user().contains(":"));
                            assertEquals("Presented[...]", shown.toString());
                        });
        Signature.read(text)
                .ifPresent(
                        signature -> {
                            assertTrue(text.length() <= MOST_CHARACTERS_SIGNED);
                            assertTrue(signature.bytes().length > 0);
                        });
        Optional<SignatureMethod> _ = SignatureMethod.of(text);
    }

    private static void checkAddress(SourceAddress address) {
        assertTrue(address.length() == 32 || address.length() == 128, "a length");
        assertTrue(address.holder().matches("[0-9a-f]{8}|[0-9a-f]{16}"), "a holder");
        assertTrue(address.startsAs(address, address.length()), "itself");
    }

    /** First line method and path, then headers, after a blank line the body. */
    private static Request request(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int blank = text.indexOf("\n\n");
        String head = blank < 0 ? text : text.substring(0, blank);
        byte[] body = blank < 0 ? new byte[0] : Arrays.copyOfRange(bytes, blank + 2, bytes.length);
        String[] lines = head.split("\n", -1);
        String[] first = lines[0].split(" ", 2);
        Request request = new Request(first[0], first.length < 2 ? "/" : first[1], body);
        Arrays.stream(lines)
                .skip(1)
                .filter(line -> line.indexOf(':') > 0)
                .forEach(
                        line ->
                                request.with(
                                        line.substring(0, line.indexOf(':')),
                                        line.substring(line.indexOf(':') + 1).strip()));
        return request;
    }

    /** Made anew each time: no input can know it. */
    private static Path key() {
        byte[] key = new byte[48];
        new SecureRandom().nextBytes(key);
        return KeyFiles.write("fuzzed-credentials", Base64.getEncoder().encodeToString(key));
    }
}
