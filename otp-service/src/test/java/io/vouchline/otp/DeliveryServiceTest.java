package io.vouchline.otp;

import static io.restassured.RestAssured.given;
import static io.vouchline.otp.OtpCalls.authorized;
import static io.vouchline.otp.OtpCalls.check;
import static io.vouchline.otp.OtpCalls.problem;
import static io.vouchline.otp.OtpCalls.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.otp.Outbox.Arrived;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a code on its way: reports, ways to fall back on, guarded calls, webhooks. */
@QuarkusTest
@QuarkusTestResource(OtpFixture.class)
@TestProfile(DeliveryServiceTest.WithCallbacks.class)
class DeliveryServiceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern KEYS = Pattern.compile("press ([0-9]), ([0-9])");
    private static final Pattern SPOKEN = Pattern.compile("code is ((?:[0-9], ){5}[0-9])\\.");
    private static final String PUBLIC = "https://voice.bank.example";

    private final String number = "+1650255" + NEXT.getAndIncrement();

    /** The gateway has a public address, and the bank sends its mails itself. */
    public static final class WithCallbacks implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vouchline.delivery.callback-url",
                    PUBLIC,
                    "vouchline.delivery.webhook.channels",
                    "EMAIL");
        }
    }

    // What the carrier is asked for

    @Test
    void theCarrierIsToldWhereToReport() {
        String text = issue("SMS");
        assertTrue(Outbox.first(number).body().contains("Your verification code is"));
        assertEquals(
                List.of(PUBLIC + "/carrier/twilio/status/" + text + "-1"),
                Outbox.order(number).get("StatusCallback"));
        String call = issue("VOICE");
        Arrived _ = Outbox.all(number, 2).getLast();
        assertEquals(
                List.of(PUBLIC + "/carrier/twilio/status/" + call + "-1"),
                Outbox.order(number).get("StatusCallback"));
        assertEquals(
                List.of("answered", "completed"), Outbox.order(number).get("StatusCallbackEvent"));
    }

    // Ways to fall back on

    @Test
    @Requirement(41)
    void aTextMessageThatTheCarrierRefusesIsFollowedByACallWithTheSameCode() {
        String refused = Outbox.refusedNumber(400);
        String reference = issue(refused, route("SMS"), route("VOICE"));
        Arrived call = Outbox.first(refused);
        assertEquals("voice", call.channel());
        List<String> states = states(reference, "FAILED", "SENT");
        assertEquals(2, states.size());
        Response heard = press(reference + "-2", keys(call.body()));
        check(refused, spoken(heard), "VALID");
    }

    @ParameterizedTest
    @CsvSource({"busy, BUSY", "no-answer, NOT_ANSWERED", "failed, FAILED", "canceled, FAILED"})
    void aCallThatReachesNobodyIsFollowedByATextMessageOnce(String status, String state) {
        String reference = issue(number, route("VOICE"), route("SMS"));
        Arrived _ = Outbox.first(number);
        report(reference + "-1", Map.of("CallStatus", status)).body("changed", is(true));
        Arrived text = Outbox.all(number, 2).getLast();
        assertEquals("sms", text.channel());
        report(reference + "-1", Map.of("CallStatus", status)).body("changed", is(false));
        List<String> states = states(reference, state, "SENT");
        assertEquals(2, states.size());
        check(number, digits(text), "VALID");
    }

    @Test
    void anAnsweredCallIsNotFollowed() {
        String reference = issue(number, route("VOICE"), route("SMS"));
        Arrived _ = Outbox.first(number);
        report(reference + "-1", Map.of("CallStatus", "in-progress")).body("changed", is(true));
        report(reference + "-1", Map.of("CallStatus", "completed")).body("changed", is(false));
        report(reference + "-1", Map.of("CallStatus", "busy")).body("changed", is(false));
        authorized()
                .get("/v1/verifications/" + reference)
                .then()
                .body("messages", hasSize(1))
                .body("messages[0].state", is("ANSWERED"));
    }

    // Reports

    @Test
    void aTextMessageThatArrivedStaysDelivered() {
        String reference = issue("SMS");
        Arrived _ = Outbox.first(number);
        report(reference + "-1", Map.of("MessageStatus", "sending")).body("changed", is(false));
        report(reference + "-1", Map.of("MessageStatus", "delivered")).body("changed", is(true));
        report(reference + "-1", Map.of("MessageStatus", "sent")).body("changed", is(false));
        report(reference + "-1", Map.of("MessageStatus", "read")).body("changed", is(false));
        authorized().get("/v1/verifications/" + reference).then().body("delivery", is("DELIVERED"));
    }

    @Test
    void aReportOfAMessageThatNobodyKnowsIsTakenAndChangesNothing() {
        report("A".repeat(32) + "-1", Map.of("MessageStatus", "failed")).body("changed", is(false));
    }

    @Test
    void aReportThatTheCarrierDidNotSignIsRefused() {
        String reference = issue("SMS");
        Arrived _ = Outbox.first(number);
        String message = reference + "-1";
        String form = form(Map.of("AccountSid", Outbox.ACCOUNT, "MessageStatus", "failed"));
        String good = signature("status/" + message, form);
        problem(401, carrier("status", message, form, "AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        problem(401, carrier("status", message, form + "&x=1", good));
        problem(401, carrier("status", reference + "-2", form, good));
        problem(401, carrier("key", message, form, good));
        String others = form(Map.of("AccountSid", "ACother", "MessageStatus", "failed"));
        problem(401, carrier("status", message, others, signature("status/" + message, others)));
        String noones = form(Map.of("MessageStatus", "failed"));
        problem(401, carrier("status", message, noones, signature("status/" + message, noones)));
        authorized()
                .get("/v1/verifications/" + reference)
                .then()
                .body("delivery", not(is("FAILED")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a=%", "a=%ff", "=", "\u0000"})
    void aReportThatIsNoFormIsAProblemDocument(String form) {
        problem(400, carrier("status", "A".repeat(32) + "-1", form.replace("\u0000", ""), "s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "../x", "A-1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA-0"})
    void aReportOfNoMessageIsAProblemDocument(String message) {
        problem(400, carrier("status", message, "a=b", "s"));
        problem(400, carrier("key", message, "a=b", "s"));
    }

    @Test
    void onlyWhoMayReportReports() {
        String body = reportBody("A".repeat(32) + "-1", "a=b", "s");
        problem(401, given().contentType(ContentType.JSON).body(body).post("/v1/carrier/status"));
        problem(403, authorized().body(body).post("/v1/carrier/status"));
        problem(403, authorized().body(body).post("/v1/carrier/key"));
    }

    // Calls

    @Test
    @Requirement(8)
    void aCallTellsTheCodeToWhoPressesTheKeysThatItNames() {
        String reference = issue("VOICE");
        Arrived call = Outbox.first(number);
        assertFalse(SPOKEN.matcher(call.body()).find());
        assertFalse(DIGITS.matcher(call.body().replaceAll(reference, "")).find());
        assertTrue(call.body().contains("/carrier/twilio/key/" + reference + "-1\""));
        String code = spoken(press(reference + "-1", keys(call.body())));
        check(number, code, "VALID");
    }

    @Test
    @Requirement(8)
    void aGreetingThatPlaysTonesHasOneTry() {
        String reference = issue("VOICE");
        String keys = keys(Outbox.first(number).body());
        String wrong = keys.equals("11") ? "22" : "11";
        for (String pressed : new String[] {wrong, keys, keys}) {
            String end = twiml(press(reference + "-1", pressed));
            assertFalse(SPOKEN.matcher(end).find());
            assertFalse(end.contains("<Gather"));
            assertTrue(end.endsWith("<Hangup/></Response>"));
        }
    }

    @Test
    void aCallWhoseCodeIsNotLiveSaysSo() {
        String reference = issue("VOICE");
        String keys = keys(Outbox.first(number).body());
        authorized().post("/v1/verifications/" + reference + "/expire").then().statusCode(200);
        assertTrue(twiml(press(reference + "-1", keys)).contains("no longer valid"));
        assertTrue(twiml(press("A".repeat(32) + "-1", "12")).contains("no longer valid"));
    }

    // The bank's own sender

    @Test
    @Requirement(37)
    void aMailGoesThroughTheBanksOwnSenderSigned() {
        String mailbox = number.substring(1) + "@example.com";
        String reference = issue(number, mail(mailbox));
        Arrived sent = Outbox.first(mailbox);
        assertEquals("webhook", sent.channel());
        Webhook webhook = Webhook.of(sent);
        assertEquals("/hook/otp", webhook.path());
        assertEquals(reference + "-1", webhook.id());
        assertEquals(webhook.expectedSignature(), webhook.signature());
        JsonPath event = JsonPath.from(webhook.body());
        assertEquals("verification.message", event.getString("type"));
        Duration age = Duration.between(Instant.parse(event.getString("timestamp")), Instant.now());
        assertTrue(age.abs().toMinutes() < 5);
        assertEquals(reference, event.getString("data.reference"));
        assertEquals(reference + "-1", event.getString("data.message_id"));
        assertEquals("EMAIL", event.getString("data.channel"));
        assertEquals("en-US", event.getString("data.language"));
        String code = event.getString("data.code");
        assertTrue(event.getString("data.text").contains(code));
        check(number, code, "VALID");
    }

    @ParameterizedTest
    @Requirement(37)
    @ValueSource(ints = {500, 503, 429})
    void whatMayBeLostIsSentAgainUnderTheSameName(int status) {
        String mailbox = Outbox.refusedOnce(status, number.substring(1));
        String reference = issue(number, mail(mailbox));
        List<Webhook> tries = Outbox.all(mailbox, 2).stream().map(Webhook::of).toList();
        assertEquals(reference + "-1", tries.get(0).id());
        assertEquals(reference + "-1", tries.get(1).id());
        assertEquals(tries.get(0).body(), tries.get(1).body());
        assertEquals(tries.get(1).expectedSignature(), tries.get(1).signature());
        List<String> states = states(reference, "SENT");
        assertEquals(1, states.size());
    }

    @Test
    @Requirement(5)
    void whatIsToBeTriedAgainIsNotSentOnceItsCodeHasEnded() {
        String mailbox = Outbox.refusedOnce(503, number.substring(1));
        String reference = issue(number, mail(mailbox));
        assertEquals("webhook", Outbox.first(mailbox).channel());
        authorized().post("/v1/verifications/" + reference + "/expire").then().statusCode(200);
        assertEquals(1, states(reference, "FAILED").size());
        assertEquals(1, Outbox.now(mailbox).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {410, 404, 400, 302})
    void whatTheSenderRefusesHasFailedAndIsFollowed(int status) {
        String mailbox = Outbox.refusedOnce(status, number.substring(1));
        String reference = issue(number, mail(mailbox), route("SMS"));
        assertEquals("sms", Outbox.first(number).channel());
        List<String> states = states(reference, "FAILED", "SENT");
        assertEquals(2, states.size());
        assertEquals(1, Outbox.now(mailbox).size());
    }

    // What messages say

    @Test
    void aTextMessageIsInTheLanguageOfItsReaderAndNamesTheOriginLast() {
        post(request(number, "null", "sv-SE", "\"bank.example\"", route("SMS"))).statusCode(200);
        String text = Outbox.first(number).body();
        String code = digits(Outbox.first(number));
        assertTrue(text.startsWith("Din verifieringskod är " + code));
        assertTrue(text.endsWith("\n@bank.example #" + code), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no place", "$$CODE$$\\r\\nBcc: x", "$$CODE$$\\u0000"})
    void aTemplateThatCannotBeSentIsAProblemDocumentAndSendsNothing(String template) {
        post(request(number, "\"" + template + "\"", "en", "null", route("SMS")))
                .statusCode(400)
                .body("detail", containsString("template"));
        String tooLong = "\"$$CODE$$" + "x".repeat(400) + "\"";
        post(request(number, tooLong, "en", "null", route("VOICE"), route("SMS"))).statusCode(400);
        assertTrue(Outbox.now(number).isEmpty());
    }

    private String issue(String channel) {
        return issue(number, route(channel));
    }

    private static String issue(String number, String... routes) {
        return post(request(number, "null", "en-US", "null", routes))
                .statusCode(200)
                .extract()
                .path("reference");
    }

    private static ValidatableResponse post(String request) {
        return authorized().body(request).post("/v1/verifications").then();
    }

    private static String request(
            String number, String template, String language, String origin, String... routes) {
        return """
        {"number":"%s","routes":[%s],
         "code":{"length":6,"life_seconds":300,"no_leading_zero":false,"reveal":false},
         "wording":{"template":%s,"language":"%s","origin":%s},"only_if_verified_before":false,
         "idempotency":{"key":"%s","seconds":60}}
        """
                .formatted(
                        number,
                        String.join(",", routes),
                        template,
                        language,
                        origin,
                        UUID.randomUUID());
    }

    private static String route(String channel) {
        return "{\"channel\":\"" + channel + "\"}";
    }

    private static String mail(String mailbox) {
        return "{\"channel\":\"EMAIL\",\"mailbox\":\"" + mailbox + "\"}";
    }

    /** The states of a verification's messages, waited for. */
    private static List<String> states(String reference, String... wanted) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        List<String> states;
        do {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            states =
                    authorized()
                            .get("/v1/verifications/" + reference)
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("messages.state");
        } while (!states.equals(List.of(wanted)) && Instant.now().isBefore(deadline));
        assertEquals(List.of(wanted), states);
        return states;
    }

    private static ValidatableResponse report(String message, Map<String, String> told) {
        SortedMap<String, String> parameters = new TreeMap<>(told);
        parameters.put("AccountSid", Outbox.ACCOUNT);
        String form = form(parameters);
        return carrier("status", message, form, signature("status/" + message, form))
                .then()
                .statusCode(200);
    }

    private static Response press(String message, String keys) {
        String form = form(Map.of("AccountSid", Outbox.ACCOUNT, "Digits", keys));
        return carrier("key", message, form, signature("key/" + message, form));
    }

    private static Response carrier(String what, String message, String form, String signature) {
        String token = Tokens.token(Audience.OTP, "", "gateway", Scope.CARRIER_REPORT);
        return with(token).body(reportBody(message, form, signature)).post("/v1/carrier/" + what);
    }

    private static String reportBody(String message, String form, String signature) {
        return "{\"message\":\"%s\",\"form\":\"%s\",\"signature\":\"%s\"}"
                .formatted(message, form, signature);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** As the carrier signs: the values of these forms need no decoding. */
    private static String signature(String path, String form) {
        String signed =
                Arrays.stream(form.split("&", -1))
                        .sorted()
                        .map(pair -> pair.replaceFirst("=", ""))
                        .collect(Collectors.joining());
        return mac("HmacSHA1", Outbox.OTHER_TOKEN.getBytes(UTF_8), url(path) + signed);
    }

    private static String url(String path) {
        return PUBLIC + "/carrier/twilio/" + path;
    }

    private static String mac(String algorithm, byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String twiml(Response answer) {
        return answer.then().statusCode(200).extract().path("twiml");
    }

    private static String keys(String twiml) {
        Matcher named = KEYS.matcher(twiml);
        assertTrue(named.find());
        return named.group(1) + named.group(2);
    }

    private static String spoken(Response answer) {
        Matcher said = SPOKEN.matcher(twiml(answer));
        assertTrue(said.find());
        String first = said.group(1);
        assertTrue(said.find());
        assertEquals(first, said.group(1));
        return first.replace(", ", "");
    }

    private static String digits(Arrived message) {
        Matcher digits = DIGITS.matcher(message.body());
        assertTrue(digits.find());
        return digits.group();
    }

    private record Webhook(String path, String id, String time, String signature, String body) {

        static Webhook of(Arrived arrived) {
            String[] lines = arrived.body().split("\n", 5);
            return new Webhook(lines[0], lines[1], lines[2], lines[3], lines[4]);
        }

        String expectedSignature() {
            assertNotEquals("", body);
            byte[] secret = Base64.getDecoder().decode(Outbox.WEBHOOK_SECRET);
            return "v1," + mac("HmacSHA256", secret, id + "." + time + "." + body);
        }
    }
}
