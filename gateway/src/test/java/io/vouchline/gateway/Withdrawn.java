package io.vouchline.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What risk-service was told of codes that were not sent. It is told when nobody waits for it. */
final class Withdrawn {

    private Withdrawn() {}

    /** The ids of all withdrawals, once there are so many. */
    static List<String> ids(int count) {
        return bodies(count).stream().map(body -> JsonPath.from(body).getString("id")).toList();
    }

    /** The bodies of all withdrawals, once there are so many. */
    static List<String> bodies(int count) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Upstreams.bodies(Upstreams.WITHDRAW).size() < count) {
            assertTrue(Instant.now().isBefore(deadline), "nothing was withdrawn");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return Upstreams.bodies(Upstreams.WITHDRAW);
    }
}
