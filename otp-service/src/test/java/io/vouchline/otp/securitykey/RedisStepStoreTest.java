package io.vouchline.otp.securitykey;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.otp.store.Keys;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisStepStoreTest extends RedisStoreTest {

    private StepStore store;

    @BeforeAll
    void start() {
        store = new RedisStepStore(redis);
    }

    @Test
    @Requirement(27)
    void of64ParallelUsesOfOneStepOneSucceeds() {
        KeyName key = key("bank", UUID.randomUUID());
        List<Boolean> used =
                await(
                        Uni.join()
                                .all(
                                        IntStream.range(0, 64)
                                                .mapToObj(i -> store.use(key, 100, "attempt " + i))
                                                .toList())
                                .andFailFast());
        assertEquals(1, used.stream().filter(Boolean::booleanValue).count());
    }

    @Test
    @Requirement(27)
    void onlyALaterStepIsUsedAfterOne() {
        KeyName key = key("bank", UUID.randomUUID());
        assertTrue(use(key, 100, "a"));
        assertFalse(use(key, 100, "b"));
        assertFalse(use(key, 99, "b"));
        assertTrue(use(key, 101, "b"));
        assertFalse(use(key, 100, "a"));
        assertTrue(use(key, 1L << 40, "c"));
        assertFalse(use(key, (1L << 40) - 1, "d"));
    }

    @Test
    void theReservationThatUsedAStepIsToldSoAgain() {
        KeyName key = key("bank", UUID.randomUUID());
        assertTrue(use(key, 100, "a"));
        assertTrue(use(key, 100, "a"));
        assertFalse(use(key, 99, "a"));
    }

    @Test
    void keysOfOneIdOfTwoTenantsAreTwo() {
        UUID id = UUID.randomUUID();
        assertTrue(use(key("bank", id), 100, "a"));
        assertTrue(use(key("other", id), 100, "b"));
    }

    @Test
    void aUsedStepIsRememberedForTenMinutes() {
        KeyName key = key("bank", UUID.randomUUID());
        assertTrue(use(key, 100, "a"));
        long left = await(redis.pttl(Keys.step(key.place()))).toLong();
        assertTrue(left > 590_000 && left <= 600_000, Long.toString(left));
    }

    private boolean use(KeyName key, long step, String reservation) {
        return await(store.use(key, step, reservation));
    }

    private static KeyName key(String tenant, UUID id) {
        return new KeyName(tenant, "person", id);
    }
}
