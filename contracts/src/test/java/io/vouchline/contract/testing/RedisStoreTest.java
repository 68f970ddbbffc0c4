package io.vouchline.contract.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What tests of stores begin with: a real Redis, and a clock to be moved. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class RedisStoreTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    protected final MovedClock clock = new MovedClock();
    protected RedisAPI redis;
    private RedisConnection connection;

    /** What the store lies in. */
    protected QuarkusTestResourceLifecycleManager server() {
        return new Redis();
    }

    @BeforeAll
    void connect() {
        connection = new RedisConnection(server());
        redis = connection.api();
    }

    @AfterAll
    void disconnect() {
        connection.close();
    }

    @BeforeEach
    void setTheClock() {
        clock.moveTo(Duration.ZERO);
    }

    /** The hash of a number that no test has used. */
    protected static String anyNumber() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
