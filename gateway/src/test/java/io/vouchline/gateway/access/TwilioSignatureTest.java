package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Form;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio's signatures, beside the reading of Twilio's own library. */
class TwilioSignatureTest {

    private static final String BASE = "https://voice.bank.example";
    private static final String PATH = "/twilio/voice";
    private static final String QUERY = "auth_level_req=1&account_auth_enabled=true&language=en-US";
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String OTHER_ACCOUNT = "ACfedcba9876543210fedcba9876543210";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String NEXT_TOKEN = "a123456789abcdef0123456789abcdef";
    private static final String OTHER_TOKEN = "b123456789abcdef0123456789abcdef";
    private static final long SEED = 20_261_122L;

    private final Map<String, String> parameters =
            new LinkedHashMap<>(
                    Map.of(
                            "AccountSid", ACCOUNT,
                            "CallSid", "CA0123456789abcdef0123456789abcdef",
                            "From", "+16502530000",
                            "CallStatus", "in-progress",
                            "SpeechResult", "it's \"1234\" & åäö 😀 + more",
                            "ANewParameter", "",
                            "Digits", "123456"));
    private Map<String, String> settings = settings(BASE);

    @Test
    void whatTwilioSignsIsTakenAndTwiliosOwnLibraryTakesWhatIsSignedHere() {
        assertEquals("twilio", client(signed(BASE + PATH + "?" + QUERY, TOKEN)));
        assertTrue(
                new RequestValidator(TOKEN)
                        .validate(
                                BASE + PATH + "?" + QUERY,
                                parameters,
                                signature(BASE + PATH + "?" + QUERY, TOKEN)));
    }

    /** The library's verdict is ours, for what somebody may have changed as for what nobody has. */
    @Test
    void theVerdictIsThatOfTwiliosOwnLibraryForRandomRequests() {
        Random random = new Random(SEED);
        int right = 0;
        for (int n = 0; n < 500; n++) {
            String url = BASE + PATH + (random.nextBoolean() ? "?" + QUERY + "&n=" + n : "");
            for (int i = random.nextInt(5); i > 0; i--) {
                parameters.put("P" + random.nextInt(9), text(random));
            }
            String signature = signature(url, random.nextInt(4) == 0 ? OTHER_TOKEN : TOKEN);
            if (random.nextInt(3) == 0) {
                parameters.put("P" + random.nextInt(9), text(random));
            }
            boolean theirs =
                    new RequestValidator(TOKEN).validate(url, parameters, signature)
                            || new RequestValidator(NEXT_TOKEN)
                                    .validate(url, parameters, signature);
            assertEquals(theirs, isTaken(request(url, signature)), "seed " + SEED + ", " + n);
            right += theirs ? 1 : 0;
        }
        assertTrue(right > 100 && right < 400, "both kinds: " + right);
    }

    @ParameterizedTest
    @CsvSource({
        "https://voice.bank.example, https://voice.bank.example:443",
        "https://voice.bank.example:8443, https://voice.bank.example",
        "https://voice.bank.example:8443, https://voice.bank.example:8443"
    })
    void anAddressIsTakenWithItsPortAndWithout(String publicUrl, String signedAs) {
        settings = settings(publicUrl);
        String url = signedAs + PATH + "?" + QUERY;
        assertEquals("twilio", client(signed(url, TOKEN)));
        assertTrue(
                new RequestValidator(TOKEN)
                        .validate(
                                publicUrl + PATH + "?" + QUERY, parameters, signature(url, TOKEN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://voice.bank.example/twilio/voice?" + QUERY,
                "https://voice.bank.example:8443/twilio/voice?" + QUERY,
                "https://other.example/twilio/voice?" + QUERY,
                "https://voice.bank.example/twilio/voice",
                "https://voice.bank.example/twilio/voice?" + QUERY + "&turn=1",
                "https://voice.bank.example/twilio/Voice?" + QUERY
            })
    void aSignatureOfAnotherAddressIsRefused(String url) {
        assertFault(AccessFault.WRONG_SIGNATURE, sent(QUERY, signature(url, TOKEN)));
    }

    @Test
    void whatWasAddedTakenAwayOrChangedIsRefused() {
        String signature = signature(BASE + PATH + "?" + QUERY, TOKEN);
        parameters.put("Digits", "123457");
        assertFault(AccessFault.WRONG_SIGNATURE, sent(QUERY, signature));
        parameters.put("Digits", "123456");
        parameters.put("Another", "1");
        assertFault(AccessFault.WRONG_SIGNATURE, sent(QUERY, signature));
        parameters.remove("Another");
        parameters.remove("From");
        assertFault(AccessFault.WRONG_SIGNATURE, sent(QUERY, signature));
    }

    @Test
    void eitherLiveTokenIsTakenAndNoOthers() {
        assertEquals("twilio", client(signed(BASE + PATH + "?" + QUERY, NEXT_TOKEN)));
        assertFault(AccessFault.WRONG_SIGNATURE, signed(BASE + PATH + "?" + QUERY, OTHER_TOKEN));
    }

    @Test
    void theAccountOfTheFormIsWhoseTokenCounts() {
        parameters.put("AccountSid", OTHER_ACCOUNT);
        assertEquals("other", client(signed(BASE + PATH + "?" + QUERY, OTHER_TOKEN)));
        assertFault(AccessFault.WRONG_SIGNATURE, signed(BASE + PATH + "?" + QUERY, TOKEN));
    }

    @Test
    void anAccountThatNobodyHasGetsTheAnswerOfAWrongSignature() {
        for (String account : new String[] {"AC" + "0".repeat(32), "", "x"}) {
            parameters.put("AccountSid", account);
            assertFault(AccessFault.WRONG_SIGNATURE, signed(BASE + PATH + "?" + QUERY, TOKEN));
        }
        parameters.remove("AccountSid");
        assertFault(AccessFault.WRONG_SIGNATURE, signed(BASE + PATH + "?" + QUERY, TOKEN));
    }

    /** As Twilio's libraries for other languages have it; the one for Java knows none. */
    @Test
    void ofANameThatStandsSeveralTimesTheDifferentValuesAreSignedInTheirOrder() {
        Form form = Form.read("b=2&a=2&a=1&a=2&b=");
        assertEquals(BASE + "a1a2bb2", new String(TwilioScheme.text(BASE, form), UTF_8));
        Form once = Form.read("a=1&a=1");
        assertEquals(BASE + "a1", new String(TwilioScheme.text(BASE, once), UTF_8));
    }

    @Test
    void anAccountThatStandsTwiceIsNobodys() {
        String url = BASE + PATH + "?" + QUERY;
        String body = body() + "&AccountSid=" + OTHER_ACCOUNT;
        String text = new String(TwilioScheme.text(url, Form.read(body)), UTF_8);
        String signature = base64(text, TOKEN);
        assertFault(AccessFault.WRONG_SIGNATURE, request(QUERY, body, signature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "****************************", "a,b"})
    void whatIsNoSignatureIsUnreadableAndNoBodyIsRead(String signature) {
        Request request = sent(QUERY, signature);
        assertFault(AccessFault.UNREADABLE, request);
        assertFalse(request.wasRead());
    }

    @Test
    void withoutASignatureNothingIsRead() {
        Request request = sent(QUERY, "").without("x-twilio-signature");
        assertFault(AccessFault.MISSING, request);
        assertFalse(request.wasRead());
    }

    @Test
    void aFormThatCannotBeDecodedIsRefused() {
        String signature = signature(BASE + PATH + "?" + QUERY, TOKEN);
        assertFault(AccessFault.UNREADABLE, request(QUERY, body() + "&x=%zz", signature));
        assertFault(AccessFault.UNREADABLE, request(QUERY, "a&".repeat(300), signature));
    }

    @Test
    void aSignatureCountsAtTwiliosPathOnlyAndThereNothingElseDoes() {
        Request signed = signed(BASE + PATH + "?" + QUERY, TOKEN);
        assertTrue(scheme().isShownBy(signed));
        assertTrue(scheme().isShownBy(new Request("POST", PATH, new byte[0]).in(Dialect.TWILIO)));
        assertFalse(scheme().isShownBy(signed.in(Dialect.TELESIGN)));
    }

    // The start

    @Test
    void anAccountWithoutPublicAddressStopsTheStart() {
        PublicUrl none = new PublicUrl(Optional.empty());
        assertEquals(
                "vouchline.voice.public-url is unset, but client other has a twilio-account-sid, and Twilio signs the address that it calls; name it, such as https://voice.bank.example",
                assertThrows(IllegalStateException.class, () -> none.check(clients()))
                        .getMessage()
                        .replace("client twilio", "client other"));
        settings.keySet().removeIf(name -> name.endsWith("twilio-account-sid"));
        settings.put("vouchline.access.clients.twilio.header", "X-API-Key");
        settings.put("vouchline.access.clients.other.header", "X-API-Key");
        none.check(clients());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://voice.bank.example",
                "voice.bank.example",
                "https://voice.bank.example/path",
                "https://voice.bank.example?a=b",
                "https://user@voice.bank.example",
                "https://voice.bank.example:99999",
                "https://voice.bank.example:0",
                "https://-/",
                "https://"
            })
    void aPublicAddressThatIsNoneStopsTheStart(String text) {
        String message =
                assertThrows(IllegalStateException.class, () -> new PublicUrl(Optional.of(text)))
                        .getMessage();
        assertTrue(message.startsWith("vouchline.voice.public-url=" + text + ": "), message);
    }

    @Test
    void anAccountThatTwoClientsHaveStopsTheStart() {
        settings.put("vouchline.access.clients.other.twilio-account-sid", ACCOUNT);
        String message = assertThrows(IllegalStateException.class, this::clients).getMessage();
        assertTrue(message.contains(".twilio-account-sid=" + ACCOUNT), message);
        assertTrue(message.endsWith("has it too; give each its own"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AC123", "XX0123456789abcdef0123456789abcdef", "ac"})
    void whatIsNoAccountStopsTheStart(String sid) {
        settings.put("vouchline.access.clients.other.twilio-account-sid", sid);
        assertEquals(
                "vouchline.access.clients.other.twilio-account-sid="
                        + sid
                        + ": name the account by AC and 32 characters of 0-9 and a-f",
                assertThrows(IllegalStateException.class, this::clients).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ivr.example", "IVR.example", "ivr.example:8443", "localhost"})
    void aNextHostThatIsNoneStopsTheStart(String host) {
        settings.put("vouchline.access.clients.other.policy.next-hosts", host);
        String message = assertThrows(IllegalStateException.class, this::clients).getMessage();
        assertTrue(
                message.startsWith("vouchline.access.clients.other.policy.next-hosts=" + host),
                message);
    }

    @Test
    void aDemoTokenIsRefusedInProduction() {
        settings.put(
                "vouchline.access.clients.other.key-file",
                KeyFiles.write("twilio-demo", "vouchline-demo-0123456789").toString());
        assertEquals(2, clients(false).ids().size());
        String message =
                assertThrows(IllegalStateException.class, () -> clients(true)).getMessage();
        assertTrue(message.contains("clients.other.key-file"), message);
    }

    private Request signed(String url, String token) {
        return sent(QUERY, signature(url, token));
    }

    private Request request(String url, String signature) {
        int mark = url.indexOf('?');
        return sent(mark < 0 ? "" : url.substring(mark + 1), signature);
    }

    private Request sent(String query, String signature) {
        return request(query, body(), signature);
    }

    private static Request request(String query, String body, String signature) {
        return new Request("POST", PATH, body.getBytes(UTF_8))
                .in(Dialect.TWILIO)
                .asking(query)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("X-Twilio-Signature", signature);
    }

    private String body() {
        return parameters.entrySet().stream()
                .map(
                        one ->
                                URLEncoder.encode(one.getKey(), UTF_8)
                                        + "="
                                        + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String signature(String url, String token) {
        StringBuilder text = new StringBuilder(url);
        parameters.keySet().stream()
                .sorted()
                .forEach(name -> text.append(name).append(parameters.get(name)));
        return base64(text.toString(), token);
    }

    private static String base64(String text, String token) {
        byte[] signature =
                SignatureMethod.HMAC_SHA1.sign(
                        new SecretKeySpec(token.getBytes(UTF_8), "HMAC"), text.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(signature);
    }

    private static String text(Random random) {
        String alphabet = "abcXYZ0189+&=%# \u00e4\u4e2d";
        return random.ints(random.nextInt(12), 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }

    private boolean isTaken(Request request) {
        try {
            return client(request).equals("twilio");
        } catch (RefusedAccessException e) {
            return false;
        }
    }

    private String client(Request request) {
        return scheme().client(request).await().indefinitely().id();
    }

    private void assertFault(AccessFault fault, Request request) {
        assertEquals(
                fault, assertThrows(RefusedAccessException.class, () -> client(request)).fault());
    }

    private TwilioScheme scheme() {
        return new TwilioScheme(
                clients(), new PublicUrl(Optional.of(settings.get("vouchline.voice.public-url"))));
    }

    private Clients clients() {
        return clients(false);
    }

    private Clients clients(boolean production) {
        Map<String, String> access = new HashMap<>(settings);
        access.remove("vouchline.voice.public-url");
        return new Clients(
                new SmallRyeConfigBuilder()
                        .withMapping(AccessConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValues(access)
                        .build()
                        .getConfigMapping(AccessConfig.class),
                production);
    }

    private static Map<String, String> settings(String publicUrl) {
        Map<String, String> settings = new HashMap<>();
        settings.put("vouchline.voice.public-url", publicUrl);
        client(settings, "twilio", ACCOUNT, TOKEN + "\n" + NEXT_TOKEN);
        client(settings, "other", OTHER_ACCOUNT, OTHER_TOKEN);
        return settings;
    }

    private static void client(
            Map<String, String> settings, String id, String account, String tokens) {
        String prefix = "vouchline.access.clients." + id + ".";
        settings.put(prefix + "tenant", "bank");
        settings.put(prefix + "dialects", "twilio");
        settings.put(prefix + "default-region", "US");
        settings.put(prefix + "twilio-account-sid", account);
        settings.put(prefix + "key-file", KeyFiles.write("twilio-" + id, tokens).toString());
    }
}
