package io.vouchline.gateway.limit;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.gateway.limit.Buckets.Bucket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisBucketsTest extends RedisStoreTest {

    private String client;

    @BeforeEach
    void aClientThatNobodyHasCounted() {
        client = UUID.randomUUID().toString();
    }

    @Test
    void noMoreAtOnceThanFitAlsoInParallelAndOnTwoReplicas() {
        Rate rate = Rate.perSecond(10, 1);
        List<Buckets> replicas = List.of(buckets(), buckets());
        List<Duration> waits =
                await(
                        Uni.join()
                                .all(
                                        Stream.iterate(0, i -> i < 64, i -> i + 1)
                                                .map(i -> replicas.get(i % 2))
                                                .map(replica -> replica.take(one(), rate))
                                                .toList())
                                .andFailFast());
        assertEquals(10, Collections.frequency(waits, Duration.ZERO));
    }

    @Test
    void theyComeBackOneByOne() {
        Rate rate = Rate.perSecond(2, 1);
        assertEquals(Duration.ZERO, await(buckets().take(one(), rate)));
        assertEquals(Duration.ZERO, await(buckets().take(one(), rate)));
        Duration wait = await(buckets().take(one(), rate));
        assertTrue(wait.isPositive() && wait.compareTo(Duration.ofSeconds(1)) <= 0, wait::toString);
        clock.moveTo(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, await(buckets().take(one(), rate)));
        assertTrue(await(buckets().take(one(), rate)).isPositive());
    }

    @Test
    void dialectsAndClientsAreApart() {
        Rate rate = Rate.perSecond(1, 1);
        assertEquals(Duration.ZERO, await(buckets().take(one(), rate)));
        assertTrue(await(buckets().take(one(), rate)).isPositive());
        assertEquals(Duration.ZERO, await(buckets().take(new Bucket(client, "other"), rate)));
        assertEquals(
                Duration.ZERO, await(buckets().take(new Bucket(client + "-2", "telesign"), rate)));
    }

    @Test
    void aBucketIsForgottenWhenItIsFullAgain() {
        assertEquals(Duration.ZERO, await(buckets().take(one(), Rate.perSecond(10, 10))));
        long life = await(redis.pttl("{limit:" + client + "}:telesign")).toLong();
        assertTrue(life > 0 && life <= 100, () -> "" + life);
    }

    private Bucket one() {
        return new Bucket(client, "telesign");
    }

    private Buckets buckets() {
        return new RedisBuckets(redis, clock);
    }
}
