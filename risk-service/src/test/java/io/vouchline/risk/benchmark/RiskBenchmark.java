package io.vouchline.risk.benchmark;

import com.google.errorprone.annotations.FormatMethod;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Load;
import io.vouchline.contract.testing.Load.Call;
import io.vouchline.contract.testing.Load.Figures;
import io.vouchline.contract.testing.RedisTools;
import io.vouchline.contract.testing.ServiceProcess;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.risk.RiskFixture;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * How fast numbers are assessed over HTTP, and what that costs, beside the bare round trip to the
 * same Redis in the same run. No test: it asserts nothing. Started by {@code ./mvnw -pl
 * contracts,risk-service verify -Dtest=none -Dit.test=RiskBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}, which builds
 * the packaged service first: it runs as a process of its own, so that its CPU time is its own.
 */
class RiskBenchmark {

    private static final int REQUESTS = 20_000;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration OPEN_LOOP = Duration.ofSeconds(15);
    private static final double SHARE_OF_TOP = 0.5;

    /** Odd and no multiple of 5: multiplied by it, no two numbers of a thousand million meet. */
    private static final long SCATTER = 387_420_489;

    private final AtomicLong asked = new AtomicLong();

    @Test
    void measure() throws Exception {
        Optional<String> missing = RedisTools.missing();
        if (missing.isPresent()) {
            say("%s", missing.get());
            return;
        }
        RiskFixture fixture = new RiskFixture();
        Map<String, String> settings = new HashMap<>(fixture.start());
        // Production takes no fixed outcomes.
        settings.remove("vouchline.sandbox.file");
        // All of it is measured, also where more is asked than can be answered at once.
        settings.put("vouchline.assessment.history-timeout", "30s");
        RedisTools redis = new RedisTools(URI.create(settings.get("quarkus.redis.hosts")));
        try (ServiceProcess service = ServiceProcess.start(settings);
                Load load =
                        new Load(Integer.parseInt(settings.get("quarkus.http.port")), token())) {
            measure(redis, service, load);
        } finally {
            fixture.stop();
        }
    }

    private void measure(RedisTools redis, ServiceProcess service, Load load) throws Exception {
        say(
                "%d processors shared by service, client and Redis; Java %s, Redis %s",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                redis.info("server", "redis_version"));
        Figures _ = load.closed(REQUESTS, this::assess);
        double top = top(redis, service, load);
        atHalf(load, top);
        oneByOne(redis, load);
        say("bytes of Redis for each number that was asked for: %,.0f", bytes(redis));
    }

    private double top(RedisTools redis, ServiceProcess service, Load load) {
        ProcessHandle store =
                ProcessHandle.of(Long.parseLong(redis.info("server", "process_id"))).orElseThrow();
        Duration serviceBefore = cpu(service.handle());
        Duration storeBefore = cpu(store);
        Figures figures = load.closed(REQUESTS, this::assess);
        double serviceTime = seconds(cpu(service.handle()).minus(serviceBefore));
        double storeTime = seconds(cpu(store).minus(storeBefore));
        say("50 connections: %s", figures);
        say(
                "%,.0f scores for each CPU second of the service (%.0f us each), %.0f us of Redis each",
                REQUESTS / serviceTime, serviceTime * 1e6 / REQUESTS, storeTime * 1e6 / REQUESTS);
        return figures.perSecond();
    }

    private void atHalf(Load load, double top) {
        double rate = top * SHARE_OF_TOP;
        Figures _ = load.open(rate, WARM_UP, this::assess);
        say(
                "at half of that load, open loop, from the time it was due: %s",
                load.open(rate, OPEN_LOOP, this::assess));
    }

    /** One request at a time, beside one PING at a time over the same loopback. */
    private void oneByOne(RedisTools redis, Load load) throws Exception {
        long before = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            load.one(this::assess);
        }
        double each = (System.nanoTime() - before) / 2_000.0 / 1e6;
        // 50 connections, one request at a time on each: a round trip lasts 50 times as long.
        double ping = 50_000 / redis.benchmark(50_000, 1, List.of("PING"));
        say(
                "one at a time over HTTP: %.2f ms; a bare round trip to Redis, 50 at once: %.2f ms",
                each, ping);
    }

    private double bytes(RedisTools redis) {
        long numbers = redis.count("{risk:*}:number");
        return Long.parseLong(redis.info("memory", "used_memory_dataset")) / (double) numbers;
    }

    private Call assess() {
        long index = asked.incrementAndGet();
        String number = "+1" + (2_000_000_000L + index * SCATTER % 1_000_000_000);
        return new Call(
                "/v1/assessments",
                """
                {"id":"benchmark-%d","number":"%s","original":"%s","region":"US",
                 "policy":{"threshold":600,"scale":"INTELLIGENCE_2_0","expected_regions":[],"shadow":false},
                 "circumstances":{"sending":true,"address":"198.51.100.%d"}}
                """
                        .formatted(index, number, number, index % 250),
                "\"degraded\":false");
    }

    private static String token() {
        return Tokens.token(
                Audience.RISK,
                "benchmark",
                "client",
                claims -> claims.setExpirationTimeMinutesInTheFuture(60),
                jws -> {},
                Scope.NUMBERS_ASSESS);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    @FormatMethod
    private static void say(String text, Object... values) {
        System.out.println("BENCHMARK " + text.formatted(values));
    }
}
