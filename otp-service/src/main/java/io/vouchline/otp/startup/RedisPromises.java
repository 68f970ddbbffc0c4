package io.vouchline.otp.startup;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a Redis must promise so that failures are not forgotten: read from its INFO text. */
final class RedisPromises {

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

    /** What is missing, as a sentence with the remedy; empty if all is promised. */
    Optional<String> missing() {
        String policy = info.getOrDefault("maxmemory_policy", "unknown");
        if (!policy.equals("noeviction")) {
            return Optional.of(
                    "quarkus.redis.hosts names a Redis with maxmemory-policy %s, which may forget failures; set maxmemory-policy to noeviction, or vouchline.startup.allow-forgetful-redis to true"
                            .formatted(policy));
        }
        if (!"1".equals(info.get("aof_enabled"))) {
            return Optional.of(
                    "quarkus.redis.hosts names a Redis without an append-only file, which forgets failures in a restart; set appendonly to yes, or vouchline.startup.allow-forgetful-redis to true");
        }
        return Optional.empty();
    }
}
