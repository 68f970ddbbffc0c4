package io.vouchline.gateway;

import com.google.errorprone.annotations.FormatMethod;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Load;
import io.vouchline.contract.testing.Load.Call;
import io.vouchline.contract.testing.Load.Figures;
import io.vouchline.contract.testing.RedisTools;
import io.vouchline.contract.testing.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What turns of conversations cost, beside the bare round trip to the same Redis in the same run.
 * No test: it asserts nothing. Started by {@code ./mvnw -pl contracts,gateway verify -Dtest=none
 * -Dit.test=SessionBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}, which builds the packaged gateway first: it runs as a
 * process of its own, so that its CPU time is its own. The three services are stand-ins.
 */
class SessionBenchmark {

    private static final int SESSIONS = 4_000;
    private static final Pattern REQUESTS = Pattern.compile("cmdstat_(evalsha|eval):");
    private static final double SHARE_OF_TOP = 0.5;
    private static final Duration OPEN_LOOP = Duration.ofSeconds(6);
    private static final String KEY = "a-key-of-the-benchmark-0123456789";
    private static final String CLIENTS = "vouchline.access.clients.";
    private static final String CLIENT = CLIENTS + "bench.";

    /** What the caller says, and what is asked then: no service is needed for any of it. */
    private static final List<Turn> TURNS =
            List.of(
                    new Turn("Yes", "\"country\""),
                    new Turn("The United States", "\"phone\""),
                    new Turn("six five oh two five three oh oh oh oh", "\"yesno\""),
                    new Turn("No, that's wrong", "\"country\""),
                    new Turn("+1 650 253 0000", "\"yesno\""));

    private record Turn(String said, String answered) {}

    private final AtomicInteger next = new AtomicInteger();

    @Test
    void measure() throws Exception {
        Optional<String> missing = RedisTools.missing();
        if (missing.isPresent()) {
            say("%s", missing.get());
            return;
        }
        GatewayFixture fixture = new GatewayFixture();
        Map<String, String> settings = new HashMap<>(fixture.start());
        // Production takes no demo keys, and one client is enough.
        boolean _ = settings.keySet().removeIf(name -> name.startsWith(CLIENTS));
        settings.put(CLIENT + "tenant", "bank");
        settings.put(CLIENT + "dialects", "vouchline");
        settings.put(CLIENT + "default-region", "US");
        settings.put(CLIENT + "header", "X-API-Key");
        settings.put(CLIENT + "key-file", KeyFiles.write("bench.key", KEY).toString());
        settings.put(CLIENT + "policy.requests-per-second", "10000");
        settings.put(CLIENT + "policy.requests-at-once", "10000");
        settings.put("vouchline.startup.allow-plain-upstreams", "true");
        int port = Integer.parseInt(settings.get("quarkus.http.port"));
        RedisTools redis = new RedisTools(URI.create(settings.get("quarkus.redis.hosts")));
        try (ServiceProcess gateway = ServiceProcess.start(settings);
                Load load = new Load(port, "X-API-Key", KEY)) {
            measure(gateway, redis, load, ids(settings));
        } finally {
            fixture.stop();
        }
    }

    private static NumberHash ids(Map<String, String> settings) {
        String setting = "vouchline.numbers.key-file";
        return new NumberHash(SecretKeySet.read(setting, Path.of(settings.get(setting))).current());
    }

    private void measure(ServiceProcess gateway, RedisTools redis, Load load, NumberHash ids)
            throws Exception {
        say(
                "%d processors shared by gateway, client and Redis; Java %s, Redis %s",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                redis.info("server", "redis_version"));
        String warmUp = "warm-up";
        begin(load, warmUp);
        turns(load, ids, warmUp);
        say("50 connections, begun: %s", begin(load, "bench"));
        long commands = commands(redis);
        double before = cpu(gateway);
        List<Figures> rounds = turns(load, ids, "bench");
        double turns = (double) SESSIONS * TURNS.size();
        rounds.forEach(round -> say("50 connections, turns: %s", round));
        say(
                "CPU of the gateway for a turn: %.0f us; scripts of Redis: %.2f (the session's, the limit's, the decision's), beside one read",
                (cpu(gateway) - before) * 1e6 / turns, (commands(redis) - commands) / turns);
        atHalf(load, ids, rounds.getFirst().perSecond() * SHARE_OF_TOP);
        double ping = 50_000 / redis.benchmark(50_000, 1, List.of("PING"));
        say("a bare round trip to Redis, 50 at once: %.2f ms", ping);
        say(
                "bytes of Redis for a session: %,.0f",
                redis.memory("*session*") / (double) redis.count("*session*"));
    }

    private Figures begin(Load load, String name) {
        next.set(0);
        return load.closed(
                SESSIONS,
                () ->
                        new Call(
                                "/sessions",
                                """
                                {"external_id":"%s-%d","platform":"bench","parameters":{"auth_level_req":1,
                                 "account_auth_enabled":true,"card_auth_enabled":true}}
                                """
                                        .formatted(name, next.getAndIncrement()),
                                "\"yesno\""));
    }

    private List<Figures> turns(Load load, NumberHash ids, String name) {
        return TURNS.stream().map(turn -> load.closed(SESSIONS, calls(ids, name, turn))).toList();
    }

    private Supplier<Call> calls(NumberHash ids, String name, Turn turn) {
        next.set(0);
        return () -> call(ids, name, turn, next.getAndIncrement());
    }

    private void atHalf(Load load, NumberHash ids, double rate) {
        Figures _ = begin(load, "half");
        next.set(0);
        Duration time =
                OPEN_LOOP.compareTo(Duration.ofMillis((long) (SESSIONS / rate * 1000))) < 0
                        ? OPEN_LOOP
                        : Duration.ofSeconds(Math.max(1, (long) (SESSIONS / rate)));
        say(
                "at half of that load, open loop, from the time it was due: %s",
                load.open(rate, time, calls(ids, "half", TURNS.getFirst())));
    }

    private static Call call(NumberHash ids, String name, Turn turn, int index) {
        String id = ids.ofSession("bank", "bench", name + "-" + index);
        return new Call(
                "/sessions/" + id + "/turns",
                "{\"turn_id\":\"%s\",\"kind\":\"speech\",\"value\":\"%s\"}"
                        .formatted(turn.said().hashCode(), turn.said()),
                turn.answered());
    }

    /** How many scripts were run. */
    private static long commands(RedisTools redis) {
        return redis.ask("INFO", "commandstats")
                .lines()
                .filter(line -> REQUESTS.matcher(line).lookingAt())
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*:calls=([0-9]+),.*", "$1")))
                .sum();
    }

    private static double cpu(ServiceProcess gateway) {
        return gateway.handle().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    @FormatMethod
    private static void say(String text, Object... values) {
        System.out.println("BENCHMARK " + text.formatted(values));
    }
}
