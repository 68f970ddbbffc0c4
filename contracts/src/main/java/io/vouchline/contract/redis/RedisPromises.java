package io.vouchline.contract.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a Redis must promise so that nothing is forgotten: read from its INFO text. */
public final class RedisPromises {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String REMEDY =
            "or vouchline.startup.allow-forgetful-redis to true if it may forget";

    private final Map<String, String> info;

    RedisPromises(String info) {
        this.info =
                info.lines()
                        .filter(line -> line.contains(":"))
                        .collect(
                                Collectors.toMap(
                                        line -> line.substring(0, line.indexOf(':')),
                                        line -> line.substring(line.indexOf(':') + 1).strip(),
                                        (first, second) -> first));
    }

    /**
     * Ends if the server promises all; fails with {@link UntrustworthyRedisException} otherwise,
     * and with anything else where it could not be asked.
     */
    public static Uni<Void> demand(RedisAPI redis) {
        return Uni.combine()
                .all()
                .unis(redis.info(List.of("memory")), redis.info(List.of("persistence")))
                .with((memory, persistence) -> memory + "\n" + persistence)
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .map(RedisPromises::new)
                .invoke(
                        promises ->
                                promises.missing()
                                        .ifPresent(
                                                sentence -> {
                                                    throw new UntrustworthyRedisException(sentence);
                                                }))
                .replaceWithVoid();
    }

    /** What is missing, as a sentence with the remedy; empty if all is promised. */
    Optional<String> missing() {
        String policy = info.getOrDefault("maxmemory_policy", "unknown");
        if (!policy.equals("noeviction")) {
            return Optional.of(
                    "quarkus.redis.hosts names a Redis with maxmemory-policy %s, which may forget what it holds; set maxmemory-policy to noeviction, %s"
                            .formatted(policy, REMEDY));
        }
        if (!"1".equals(info.get("aof_enabled"))) {
            return Optional.of(
                    "quarkus.redis.hosts names a Redis without an append-only file, which forgets in a restart what it holds; set appendonly to yes, %s"
                            .formatted(REMEDY));
        }
        return Optional.empty();
    }

    /** Redis is not as production needs it: waiting does not mend that. */
    public static final class UntrustworthyRedisException extends RuntimeException {

        UntrustworthyRedisException(String message) {
            super(message);
        }
    }
}
