package io.vouchline.gateway.session;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.session.SessionStore.Stored;
import io.vouchline.gateway.session.SessionStore.Written;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisSessionStoreTest extends RedisStoreTest {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int MANY = 64;

    private SessionStore store;
    private String id = "";

    @BeforeAll
    void start() {
        store =
                new RedisSessionStore(
                        redis, Settings.of(SessionConfig.class, Map.of("store-timeout", "5s")));
    }

    @BeforeEach
    void somethingNew() {
        id = anyNumber();
    }

    @Test
    void whatIsCreatedIsFound() {
        assertEquals(Optional.empty(), await(store.find("bank", id)));
        Stored first = new Stored("1", "sealed");
        assertEquals(Written.DONE, await(store.create("bank", id, first, LIFE)));
        assertEquals(Optional.of(first), await(store.find("bank", id)));
        assertEquals(Optional.empty(), await(store.find("another-bank", id)));
    }

    @Test
    void aSecondCreationChangesNothingAndAnswersTheFirst() {
        Stored first = new Stored("1", "sealed");
        Written _ = await(store.create("bank", id, first, LIFE));
        assertEquals(
                new Written(false, first),
                await(store.create("bank", id, new Stored("2", "other"), LIFE)));
        assertEquals(Optional.of(first), await(store.find("bank", id)));
    }

    @Test
    void ofManyThatCreateAtOnceOneDoesAndAllOthersGetIts() {
        List<Written> written =
                atOnce(i -> store.create("bank", id, new Stored("v" + i, "s" + i), LIFE));
        Stored winner = await(store.find("bank", id)).orElseThrow();
        assertEquals(1, written.stream().filter(Written::done).count());
        assertEquals(MANY - 1, written.stream().filter(new Written(false, winner)::equals).count());
    }

    @Test
    void whatWasReadIsReplaced() {
        Written _ = await(store.create("bank", id, new Stored("1", "a"), LIFE));
        Stored second = new Stored("2", "b");
        assertEquals(Written.DONE, await(store.replace("bank", id, "1", second, LIFE)));
        assertEquals(Optional.of(second), await(store.find("bank", id)));
    }

    @Test
    void whatSomebodyElseHasReplacedIsNot() {
        Written _ = await(store.create("bank", id, new Stored("1", "a"), LIFE));
        Stored second = new Stored("2", "b");
        Written _ = await(store.replace("bank", id, "1", second, LIFE));
        assertEquals(
                new Written(false, second),
                await(store.replace("bank", id, "1", new Stored("3", "c"), LIFE)));
        assertEquals(Optional.of(second), await(store.find("bank", id)));
    }

    @Test
    void ofManyThatReplaceOneVersionAtOnceOneDoesAndAllOthersGetIts() {
        Written _ = await(store.create("bank", id, new Stored("1", "a"), LIFE));
        List<Written> written =
                atOnce(i -> store.replace("bank", id, "1", new Stored("v" + i, "s" + i), LIFE));
        Stored winner = await(store.find("bank", id)).orElseThrow();
        assertEquals(1, written.stream().filter(Written::done).count());
        assertEquals(MANY - 1, written.stream().filter(new Written(false, winner)::equals).count());
    }

    @Test
    void whatIsGoneIsNotReplaced() {
        assertEquals(
                new Written(false, null),
                await(store.replace("bank", id, "1", new Stored("2", "b"), LIFE)));
        assertEquals(Optional.empty(), await(store.find("bank", id)));
    }

    @Test
    void aSessionExpiresAndEachReplacementGivesItItsLifeAnew() {
        Written _ = await(store.create("bank", id, new Stored("1", "a"), Duration.ofMinutes(1)));
        assertTrue(left() > 50_000 && left() <= 60_000, () -> left() + " ms");
        Written _ = await(store.replace("bank", id, "1", new Stored("2", "b"), LIFE));
        assertTrue(left() > 890_000 && left() <= 900_000, () -> left() + " ms");
        Written _ = await(store.replace("bank", id, "2", new Stored("3", "c"), Duration.ZERO));
        Response _ = await(redis.ping(List.of()));
        long left = left();
        assertTrue(left <= 1, () -> left + " ms");
    }

    private long left() {
        return await(redis.pttl(RedisSessionStore.key("bank", id))).toLong();
    }

    private static List<Written> atOnce(IntFunction<Uni<Written>> write) {
        return await(
                Uni.join().all(IntStream.range(0, MANY).mapToObj(write).toList()).andFailFast());
    }
}
