package io.vouchline.gateway.session;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.session.SessionStore.Stored;
import io.vouchline.gateway.session.SessionStore.Written;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On one server: which of three is out of order would be left to chance. */
class RedisSessionOutageTest extends RedisStoreTest {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private SessionStore store;
    private String id = "";

    @BeforeEach
    void somethingNew() {
        store = store("5s");
        id = anyNumber();
    }

    private SessionStore store(String timeout) {
        return new RedisSessionStore(
                redis, Settings.of(SessionConfig.class, Map.of("store-timeout", timeout)));
    }

    /** Full, but still there: reading goes on, and nothing that was read is lost. */
    @Test
    void aStoreThatTakesNoWritesIsAnOutageAndKeepsWhatItHas() {
        Stored first = new Stored("1", "a");
        Written _ = await(store.create("bank", id, first, LIFE));
        Response _ = await(redis.config(List.of("SET", "maxmemory", "1")));
        try {
            assertUnavailable(store.create("bank", anyNumber(), first, LIFE));
            assertUnavailable(store.replace("bank", id, "1", new Stored("2", "b"), LIFE));
            assertEquals(Optional.of(first), await(store.find("bank", id)));
        } finally {
            Response _ = await(redis.config(List.of("SET", "maxmemory", "0")));
        }
        assertEquals(
                Written.DONE, await(store.replace("bank", id, "1", new Stored("2", "b"), LIFE)));
    }

    @Test
    void aStoreThatIsSilentIsAnOutageInTime() {
        SessionStore hasty = store("100ms");
        Response _ = await(redis.client(List.of("PAUSE", "1000")));
        assertUnavailable(hasty.find("bank", id));
        assertUnavailable(hasty.create("bank", id, new Stored("1", "a"), LIFE));
        assertUnavailable(hasty.replace("bank", id, "1", new Stored("2", "b"), LIFE));
    }

    private static void assertUnavailable(Uni<?> answer) {
        ProblemException failure = assertThrows(ProblemException.class, () -> await(answer));
        assertEquals(503, failure.problem().status());
        assertEquals(2, failure.problem().retryAfterSeconds());
    }
}
