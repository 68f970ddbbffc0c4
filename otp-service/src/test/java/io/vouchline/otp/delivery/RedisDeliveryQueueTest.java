package io.vouchline.otp.delivery;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import io.vouchline.otp.attempt.AttemptConfig;
import io.vouchline.otp.attempt.FailureLimits;
import io.vouchline.otp.delivery.DeliveryQueue.Entry;
import io.vouchline.otp.delivery.DeliveryQueue.Following;
import io.vouchline.otp.delivery.DeliveryQueue.Pressed;
import io.vouchline.otp.delivery.DeliveryQueue.Taken;
import io.vouchline.otp.store.Keys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisDeliveryQueueTest extends RedisStoreTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char PARTITION = 'C';
    private static final Set<Channel> NONE = Set.of();
    private static final Optional<Following> BY_CALL =
            Optional.of(new Following(Channel.VOICE, "sealed call"));

    private DeliveryQueue queue;
    private MessageId message;

    @BeforeEach
    void begin() {
        Response _ = await(redis.del(List.of(Keys.delivery(PARTITION), Keys.outcome(PARTITION))));
        queue =
                new RedisDeliveryQueue(
                        redis, new FailureLimits(Settings.defaults(AttemptConfig.class)), clock);
        message = queued(Channel.SMS);
    }

    @Test
    void aQueuedMessageIsReadOnceAndTaken() {
        Entry entry = read();
        assertTrue(await(queue.unread(PARTITION)).isEmpty());
        assertEquals(Optional.of(new Taken(Channel.SMS, "sealed text")), take(entry, NONE));
        assertEquals("SENDING", state(1));
    }

    @Test
    void of32ParallelTakersOneSends() {
        Entry entry = read();
        List<Optional<Taken>> taken = parallel(() -> queue.take(entry, NONE));
        assertEquals(1, taken.stream().filter(Optional::isPresent).count());
    }

    @Test
    void theMessageOfAnEndedCodeIsNotSent() {
        for (String ended : List.of("VOID", "VALID", "LOCKED", "COMPLETED")) {
            message = queued(Channel.SMS);
            set("state", ended);
            assertEquals(Optional.empty(), take(entry(), NONE));
            assertEquals("FAILED", state(1));
        }
    }

    @Test
    void aMessageWhoseSecretDiedIsNotSent() {
        Response _ = await(redis.del(List.of(Keys.secret(message.reference()))));
        assertEquals(Optional.empty(), take(entry(), NONE));
    }

    @Test
    void aMessageThatNobodyKnowsIsNotSent() {
        Entry unknown = new Entry(PARTITION, "0-1", new MessageId("C" + "0".repeat(31), 1));
        assertEquals(Optional.empty(), take(unknown, Set.of(Channel.values())));
        assertNull(await(redis.hget(Keys.verification(unknown.message().reference()), "at:1")));
    }

    @Test
    void whatWasBeingSentInACrashIsUnknownAndNotSentAgain() {
        Entry entry = read();
        assertTrue(take(entry, NONE).isPresent());
        assertEquals(List.of(entry), await(queue.abandoned(PARTITION, Duration.ZERO)));
        assertEquals(Optional.empty(), take(entry, Set.of(Channel.EMAIL)));
        assertEquals("UNKNOWN", state(1));
        assertEquals(Optional.empty(), take(entry, NONE));
    }

    @Test
    void whatWasBeingSentInACrashIsSentAgainWhereDoublesAreRemoved() {
        Entry entry = read();
        assertTrue(take(entry, NONE).isPresent());
        assertEquals(
                Optional.of(new Taken(Channel.SMS, "sealed text")),
                take(entry, Set.of(Channel.EMAIL, Channel.SMS)));
        assertEquals("SENDING", state(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "SENT", "DELIVERED", "FAILED"})
    void whatGotFurtherIsNeverTakenAgain(String state) {
        set("delivery:1", state);
        assertEquals(Optional.empty(), take(entry(), Set.of(Channel.values())));
        assertEquals(state, state(1));
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, SENT",
        "DELIVERED, FAILED",
        "FAILED, DELIVERED",
        "ANSWERED, BUSY",
        "ANSWERED, SENT",
        "BUSY, SENT",
        "NOT_ANSWERED, SENT",
        "SENT, UNKNOWN",
        "SENT, SENDING",
        "SENT, SENT"
    })
    void aStateNeverGivesWayToAnEarlierOrEqualOne(DeliveryState first, DeliveryState later) {
        assertTrue(report(first));
        assertFalse(report(later));
        assertEquals(first.name(), state(1));
        assertEquals(1, events().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryState.class,
            names = {"FAILED", "BUSY", "NOT_ANSWERED"})
    void whatIsLostIsFollowedByTheNextWay(DeliveryState lost) {
        assertTrue(await(queue.report(message, lost, BY_CALL)));
        assertEquals("2", await(field("messages")));
        assertEquals("VOICE", await(field("channel:2")));
        Entry following = await(queue.unread(PARTITION)).getLast();
        assertEquals(new MessageId(message.reference(), 2), following.message());
        assertEquals(Optional.of(new Taken(Channel.VOICE, "sealed call")), take(following, NONE));
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryState.class,
            names = {"UNKNOWN", "SENT", "DELIVERED", "ANSWERED"})
    void whatMayArriveIsNotFollowed(DeliveryState state) {
        assertTrue(await(queue.report(message, state, BY_CALL)));
        assertEquals("1", await(field("messages")));
    }

    @Test
    void aLossThatIsToldManyTimesIsFollowedOnce() {
        Entry entry = read();
        assertTrue(take(entry, NONE).isPresent());
        List<Boolean> changed =
                parallel(() -> queue.report(message, DeliveryState.FAILED, BY_CALL));
        await(queue.end(entry, DeliveryState.FAILED, BY_CALL));
        assertEquals(1, Collections.frequency(changed, true));
        assertEquals("2", await(field("messages")));
        assertEquals(1, await(queue.unread(PARTITION)).size());
        assertEquals(List.of("undelivered", "resent"), events());
    }

    @Test
    void aLossIsNotFollowedOnceTheCodeWasUsed() {
        set("state", "VALID");
        Response _ = await(redis.del(List.of(Keys.secret(message.reference()))));
        assertTrue(await(queue.report(message, DeliveryState.FAILED, BY_CALL)));
        assertEquals("1", await(field("messages")));
        assertEquals(0, await(redis.exists(List.of(Keys.secret(message.reference())))).toLong());
    }

    @Test
    void aLossIsNotFollowedWhereTheCodeWasSentAgainAlready() {
        set("messages", "2");
        assertTrue(await(queue.report(message, DeliveryState.FAILED, BY_CALL)));
        assertEquals("2", await(field("messages")));
    }

    @Test
    void anEntryThatEndedIsGone() {
        Entry entry = read();
        assertTrue(take(entry, NONE).isPresent());
        await(queue.end(entry, DeliveryState.SENT, Optional.empty()));
        assertEquals("SENT", state(1));
        assertTrue(await(queue.abandoned(PARTITION, Duration.ZERO)).isEmpty());
        assertEquals(0, await(redis.xlen(Keys.delivery(PARTITION))).toLong());
    }

    @Test
    void aReportThatComesBeforeTheEndIsNotUndoneByIt() {
        Entry entry = read();
        assertTrue(take(entry, NONE).isPresent());
        assertTrue(report(DeliveryState.DELIVERED));
        await(queue.end(entry, DeliveryState.SENT, Optional.empty()));
        assertEquals("DELIVERED", state(1));
        assertTrue(await(queue.abandoned(PARTITION, Duration.ZERO)).isEmpty());
    }

    @Test
    void aReportOfAMessageThatNobodyKnowsChangesNothing() {
        MessageId unknown = new MessageId("C" + "1".repeat(31), 1);
        assertFalse(await(queue.report(unknown, DeliveryState.FAILED, BY_CALL)));
        assertFalse(
                await(
                        queue.report(
                                new MessageId(message.reference(), 9),
                                DeliveryState.FAILED,
                                BY_CALL)));
        assertEquals(
                0, await(redis.exists(List.of(Keys.verification(unknown.reference())))).toLong());
        assertTrue(events().isEmpty());
    }

    @Test
    void tenAtATimeAreRead() {
        for (int i = 0; i < 11; i++) {
            MessageId _ = queued(Channel.SMS);
        }
        assertEquals(DeliveryQueue.AT_ONCE, await(queue.unread(PARTITION)).size());
        assertEquals(2, await(queue.unread(PARTITION)).size());
    }

    @Test
    void keysAreCountedWhileTheCodeIsLiveAndLeaveNothingBehind() {
        assertEquals(Optional.of(new Pressed("sealed text", 1)), await(queue.press(message)));
        assertEquals(Optional.of(new Pressed("sealed text", 2)), await(queue.press(message)));
        assertTrue(await(redis.pttl(Keys.secret(message.reference()))).toLong() > 0);
        clock.moveTo(Duration.ofSeconds(301));
        assertEquals(Optional.empty(), await(queue.press(message)));
        clock.moveTo(Duration.ZERO);
        set("state", "VOID");
        assertEquals(Optional.empty(), await(queue.press(message)));
        Response _ = await(redis.del(List.of(Keys.secret(message.reference()))));
        assertEquals(Optional.empty(), await(queue.press(message)));
        assertEquals(0, await(redis.exists(List.of(Keys.secret(message.reference())))).toLong());
    }

    @Test
    void theGroupIsMadeAgainAfterRedisLostItsData() {
        Entry _ = read();
        Response _ = await(redis.del(List.of(Keys.delivery(PARTITION))));
        message = queued(Channel.SMS);
        assertEquals(message, read().message());
    }

    private boolean report(DeliveryState state) {
        return await(queue.report(message, state, Optional.empty()));
    }

    private Entry read() {
        return await(queue.unread(PARTITION)).getLast();
    }

    private Entry entry() {
        return new Entry(PARTITION, "0-1", message);
    }

    private Optional<Taken> take(Entry entry, Set<Channel> repeatable) {
        return await(queue.take(entry, repeatable));
    }

    /** A live code with one message, as it is issued. */
    private MessageId queued(Channel channel) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String reference = PARTITION + HexFormat.of().withUpperCase().formatHex(bytes).substring(1);
        String verification = Keys.verification(reference);
        String expires = Long.toString(Instant.now().plusSeconds(300).toEpochMilli());
        Response _ =
                await(
                        redis.hset(
                                List.of(
                                        verification,
                                        "state",
                                        "PENDING",
                                        "kind",
                                        "CODE",
                                        "expires",
                                        expires,
                                        "tenant",
                                        "t",
                                        "client",
                                        "c",
                                        "number",
                                        "n",
                                        "country",
                                        "1",
                                        "prefix",
                                        "1-650253",
                                        "revealed",
                                        "false",
                                        "messages",
                                        "1",
                                        "channel:1",
                                        channel.name(),
                                        "delivery:1",
                                        "QUEUED",
                                        "at:1",
                                        "0")));
        String secret = Keys.secret(reference);
        Response _ = await(redis.hset(List.of(secret, "mac", "m", "sealed:1", "sealed text")));
        Response _ = await(redis.pexpire(List.of(secret, "300000")));
        Response _ =
                await(
                        redis.xadd(
                                List.of(
                                        Keys.delivery(PARTITION),
                                        "*",
                                        "message",
                                        reference + "-1")));
        return new MessageId(reference, 1);
    }

    private void set(String field, String value) {
        Response _ =
                await(redis.hset(List.of(Keys.verification(message.reference()), field, value)));
    }

    private String state(int place) {
        return await(field("delivery:" + place));
    }

    private Uni<@Nullable String> field(String name) {
        return redis.hget(Keys.verification(message.reference()), name)
                .map(value -> value == null ? null : value.toString());
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        for (Response entry : await(redis.xrange(List.of(Keys.outcome(PARTITION), "-", "+")))) {
            Response fields = entry.get(1);
            events.add(fields.get(3).toString());
        }
        return events;
    }

    private static <T> List<T> parallel(java.util.function.Supplier<Uni<T>> work) {
        Stream<Uni<T>> all = IntStream.range(0, 32).mapToObj(i -> work.get());
        return await(Uni.join().all(all.toList()).andFailFast());
    }
}
