package io.vouchline.gateway.callback;

import static io.restassured.RestAssured.given;
import static io.vouchline.contract.testing.RedisConnection.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.outcome.OutcomePartitions;
import io.vouchline.contract.testing.Ports;
import io.vouchline.gateway.callback.CallbackFixture.QueueClock;
import io.vouchline.gateway.transaction.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CallbackFixture.Reporting.class)
class CallbackServiceTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:30.5Z");

    private static int references;

    @Inject
    @RedisClientName("otp")
    RedisAPI redis;

    @Inject Transactions transactions;
    @Inject QueueClock clock;

    private final Lines lines = new Lines();
    private Receiver receiver;

    @BeforeEach
    void begin() {
        receiver = new Receiver();
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void end() {
        Logger.getLogger("").removeHandler(lines);
        receiver.close();
    }

    @Test
    void anAnsweredCallIsPostedOnceSignedAsTheVendorSigns() throws Exception {
        String reference = transaction(CallbackFixture.CLIENT, "/200/token?a=b");
        tell(reference, "sent");
        tell(reference, "answered");
        Receiver.Post post = receiver.posts("/200/token?a=b", 1).getFirst();
        JsonPath body = JsonPath.from(post.body());
        assertEquals(reference, body.getString("reference_id"));
        assertEquals(100, body.getInt("status.code"));
        assertEquals("Call answered", body.getString("status.description"));
        assertEquals("2026-01-31T12:00:30.500000Z", body.getString("status.updated_on"));
        assertEquals("2026-01-31T12:00:00.123456Z", body.getString("submit_timestamp"));
        assertEquals("call", body.getString("sub_resource"));
        assertEquals(82, body.getInt("score_status.risk.score"));
        assertEquals("1", body.getString("score_status.numbering.country_code"));
        assertTrue(post.body().contains("\"code_entered\":null"), post.body());
        assertEquals("application/json", post.headers().get("Content-Type"));
        String signature = signature(CallbackKeyTest.KEY, post.body());
        assertEquals(
                "TSA " + CallbackFixture.CUSTOMER + ":" + signature,
                post.headers().get("Authorization"));
        assertEquals(signature, post.headers().get("X-TS-Authorization"));
    }

    @Test
    void anEventThatIsToldTwiceIsPostedOnceAndAnotherStatusOnceMore() {
        String reference = transaction(CallbackFixture.CLIENT, "/200/twice");
        tell(reference, "answered");
        tell(reference, "answered");
        tell(reference, "verified");
        tell(reference, "completed");
        List<Receiver.Post> posts = receiver.posts("/200/twice", 2);
        allIsRead();
        assertEquals(2, receiver.posts("/200/twice").size());
        assertEquals(
                List.of(100, 1900),
                posts.stream()
                        .map(post -> JsonPath.from(post.body()).getInt("status.code"))
                        .sorted()
                        .toList());
    }

    @Test
    void anErrorIsTriedFourTimesWithTheVendorsWaitsAndGivenUp() {
        double before = metric("failed");
        String reference = transaction(CallbackFixture.CLIENT, "/500/token");
        tell(reference, "busy");
        int tries = 1;
        for (int wait : new int[] {5, 10, 15}) {
            assertEquals(tries, receiver.posts("/500/token", tries).size());
            waitUntil(() -> isWaiting(reference));
            clock.pass(Duration.ofSeconds(wait - 2));
            allIsSent();
            assertEquals(tries, receiver.posts("/500/token").size());
            clock.pass(Duration.ofSeconds(3));
            tries++;
        }
        List<Receiver.Post> posts = receiver.posts("/500/token", 4);
        waitUntil(() -> metric("failed") == before + 1);
        assertEquals(1, posts.stream().map(Receiver.Post::body).distinct().count());
        clock.pass(Duration.ofMinutes(10));
        allIsSent();
        assertEquals(4, receiver.posts("/500/token").size());
        assertEquals(1, lines.of(reference).size(), lines.of(reference)::toString);
        assertFalse(lines.all().contains("/500/token"), "the address was logged");
        assertFalse(lines.all().contains("6502530000"), "the number was logged");
    }

    @Test
    void aReceiverThatIsGoneIsToldNoMore() {
        double before = metric("gone");
        tell(transaction(CallbackFixture.CLIENT, "/410/x"), "not_answered");
        waitUntil(() -> metric("gone") == before + 1);
        clock.pass(Duration.ofMinutes(1));
        allIsSent();
        assertEquals(1, receiver.posts("/410/x").size());
    }

    @Test
    void aRedirectionIsNotFollowedAndIsNoSuccess() {
        String reference = transaction(CallbackFixture.CLIENT, "/redirect/x");
        tell(reference, "answered");
        assertEquals(1, receiver.posts("/redirect/x", 1).size());
        waitUntil(() -> isWaiting(reference));
        clock.pass(Duration.ofSeconds(6));
        assertEquals(2, receiver.posts("/redirect/x", 2).size());
        assertEquals(List.of(), receiver.posts("/200/redirected"));
    }

    @Test
    void slowReceiversHoldUpNeitherAnotherClientNorTheReportsBehindThem() {
        for (int i = 0; i < 4; i++) {
            tell(transaction(CallbackFixture.CLIENT, "/silent/x"), "answered");
        }
        assertEquals(2, receiver.posts("/silent/x", 2).size());
        Instant begin = Instant.now();
        tell(transaction(CallbackFixture.OTHER_CLIENT, "/200/other"), "answered");
        assertEquals(1, receiver.posts("/200/other", 1).size());
        assertTrue(Duration.between(begin, Instant.now()).compareTo(Duration.ofSeconds(4)) < 0);
        // A try has 5 s, then the next ones go.
        assertEquals(4, receiver.posts("/silent/x", 4).size());
    }

    @Test
    void anAddressInsideIsNeverAsked() {
        double before = metric("forbidden");
        for (String inside :
                List.of("http://169.254.169.254/", "https://10.0.0.1/", "https://[fd00::1]/")) {
            tell(keep(CallbackFixture.CLIENT, inside), "answered");
        }
        waitUntil(() -> metric("forbidden") == before + 3);
    }

    @Test
    void whatNobodyIsToBeToldIsFinishedSilently() {
        double before = metric("unsigned");
        tell("B" + "0".repeat(31), "answered");
        tell(keep(CallbackFixture.CLIENT, null), "answered");
        tell(transaction("a-client-without-key", "/200/unsigned"), "answered");
        waitUntil(() -> metric("unsigned") == before + 1);
        allIsRead();
        assertEquals(List.of(), receiver.posts("/200/unsigned"));
    }

    @Test
    void noMetricKnowsWhereReportsGo() {
        tell(transaction(CallbackFixture.CLIENT, "/200/token-of-a-platform"), "answered");
        assertEquals(1, receiver.posts("/200/token-of-a-platform", 1).size());
        waitUntil(() -> metric("delivered") > 0);
        assertFalse(metrics().contains("token-of-a-platform"));
        assertTrue(metrics().contains("vouchline_callback_waiting"), metrics());
    }

    private String transaction(String client, String path) {
        return keep(client, receiver.url(path));
    }

    private String keep(String client, @Nullable String callback) {
        String reference = "A%031X".formatted(++references);
        await(
                transactions.keep(
                        SampleTransactions.transaction(
                                reference, client, callback, SampleTransactions.assessment())));
        return reference;
    }

    private void tell(String reference, String event) {
        List<String> call =
                new ArrayList<>(List.of(OutcomePartitions.stream(reference.charAt(0)), "*"));
        Map.of(
                        "id",
                        reference + "-1",
                        "event",
                        event,
                        "at",
                        Long.toString(AT.toEpochMilli()),
                        "reference",
                        reference,
                        "channel",
                        "VOICE")
                .forEach((name, value) -> call.addAll(List.of(name, value)));
        assertNotNull(await(redis.xadd(call)));
    }

    /** What is told after this was read before it. */
    private void allIsRead() {
        tell(transaction(CallbackFixture.OTHER_CLIENT, "/200/last"), "answered");
        assertFalse(receiver.posts("/200/last", receiver.posts("/200/last").size() + 1).isEmpty());
        allIsSent();
    }

    /** What was due is under way: a report of the same client has been sent after it. */
    private void allIsSent() {
        int before = receiver.posts("/200/mark").size();
        tell(transaction(CallbackFixture.CLIENT, "/200/mark"), "answered");
        assertEquals(before + 1, receiver.posts("/200/mark", before + 1).size());
    }

    /** It was tried and is not being tried. */
    private boolean isWaiting(String reference) {
        String tag = "{callback:" + CallbackFixture.CLIENT + "}:";
        String code = reference + "-";
        for (String status : List.of("100", "107")) {
            var tries =
                    await(redis.hmget(List.of(tag + "report:" + code + status, "tries", "leases")));
            if (tries != null
                    && tries.get(0) != null
                    && tries.get(0).toString().equals(tries.get(1).toString())) {
                return true;
            }
        }
        return false;
    }

    private static String signature(String key, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    }

    private static String metrics() {
        return given().get(Ports.management("/q/metrics")).asString();
    }

    private static double metric(String result) {
        String name = "vouchline_callback_reports_total{result=\"" + result + "\"} ";
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    private static void waitUntil(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "it did not come");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** All that is logged. */
    private static final class Lines extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        List<String> of(String word) {
            return lines.stream().filter(line -> line.contains(word)).toList();
        }

        String all() {
            return String.join("\n", lines);
        }

        @Override
        public void publish(LogRecord record) {
            boolean _ = lines.add(record.getMessage() + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
