package io.vouchline.contract.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.exceptions.JedisDataException;

class RedisClusterTest {

    private static final RedisCluster CLUSTER = new RedisCluster();

    private static Map<String, String> settings;
    private static List<HostAndPort> nodes;

    @BeforeAll
    static void start() {
        settings = CLUSTER.start();
        nodes =
                Stream.of(settings.get("quarkus.redis.hosts").split(",", -1))
                        .map(URI::create)
                        .map(url -> new HostAndPort(url.getHost(), url.getPort()))
                        .toList();
    }

    @AfterAll
    static void stop() {
        CLUSTER.stop();
    }

    @Test
    void theSettingsAreThoseOfAClusterOfThree() {
        assertEquals("cluster", settings.get("quarkus.redis.client-type"));
        assertEquals(3, nodes.stream().distinct().count());
    }

    @Test
    void aKeyWithAHashTagIsWrittenAndReadThroughAnyNode() {
        for (HostAndPort node : nodes) {
            try (JedisCluster client = new JedisCluster(node)) {
                for (int i = 0; i < 30; i++) {
                    String tag = "{" + node.getPort() + "-" + i + "}";
                    assertEquals("OK", client.set(tag + ":a", "first " + i));
                    assertEquals("OK", client.set(tag + ":b", "second " + i));
                    assertEquals(
                            List.of("first " + i, "second " + i),
                            client.mget(tag + ":a", tag + ":b"));
                }
            }
        }
    }

    @Test
    void everyNodeHoldsAPartOfTheKeys() {
        try (JedisCluster client = new JedisCluster(nodes.getFirst())) {
            for (int i = 0; i < 100; i++) {
                assertEquals("OK", client.set("{" + i + "}:part", "x"));
            }
        }
        for (HostAndPort node : nodes) {
            try (Jedis client = new Jedis(node)) {
                assertTrue(client.dbSize() >= 10, () -> node + " holds few keys or none");
            }
        }
    }

    @Test
    void keysOfTwoSlotsInOneCommandAreRefused() {
        try (Jedis client = new Jedis(nodes.getFirst())) {
            assertTrue(
                    assertThrows(JedisDataException.class, () -> client.mget("{a}:x", "{b}:x"))
                            .getMessage()
                            .startsWith("CROSSSLOT"));
        }
    }
}
