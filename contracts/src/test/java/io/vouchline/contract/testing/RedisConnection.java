package io.vouchline.contract.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Redis and a client of it, for tests of stores. */
public final class RedisConnection implements AutoCloseable {

    private final QuarkusTestResourceLifecycleManager server;
    private final Vertx vertx = Vertx.vertx();
    private final Redis client;
    private final RedisAPI api;

    /** Starts the server. */
    public RedisConnection(QuarkusTestResourceLifecycleManager server) {
        this.server = server;
        Map<String, String> settings = server.start();
        RedisOptions options =
                new RedisOptions()
                        // As the service does.
                        .setPreferredProtocolVersion(ProtocolVersion.RESP2)
                        .setEndpoints(List.of(settings.get("quarkus.redis.hosts").split(",", -1)))
                        .setMaxPoolSize(32)
                        .setMaxPoolWaiting(1_000);
        if ("cluster".equals(settings.get("quarkus.redis.client-type"))) {
            options.setType(RedisClientType.CLUSTER);
        }
        client = Redis.createClient(vertx, options);
        api = RedisAPI.api(client);
    }

    /** The client. */
    public RedisAPI api() {
        return api;
    }

    /** What came of it, waited for. */
    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        client.close();
        vertx.closeAndAwait();
        server.stop();
    }
}
