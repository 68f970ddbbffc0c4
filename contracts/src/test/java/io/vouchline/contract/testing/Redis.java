package io.vouchline.contract.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import redis.embedded.RedisServer;

/** A real Redis for the tests of one module. */
public final class Redis implements QuarkusTestResourceLifecycleManager {

    private RedisServer server;

    @Override
    public Map<String, String> start() {
        int port = Ports.free();
        try {
            server =
                    RedisServer.newRedisServer()
                            .port(port)
                            .bind("127.0.0.1")
                            .setting("maxmemory-policy noeviction")
                            .setting("appendonly no")
                            .setting("save \"\"")
                            .build();
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException("Redis did not start", e);
        }
        return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + port);
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(server).stop();
        } catch (IOException e) {
            throw new IllegalStateException("Redis did not stop", e);
        }
    }
}
