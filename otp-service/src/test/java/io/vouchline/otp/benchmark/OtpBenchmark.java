package io.vouchline.otp.benchmark;

import com.google.errorprone.annotations.FormatMethod;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Load;
import io.vouchline.contract.testing.Load.Call;
import io.vouchline.contract.testing.Load.Figures;
import io.vouchline.contract.testing.RedisTools;
import io.vouchline.contract.testing.ServiceProcess;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.otp.OtpFixture;
import io.vouchline.otp.benchmark.BareScripts.Bare;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * How fast codes are issued and checked over HTTP, against the same Lua scripts driven by {@code
 * redis-benchmark} in the same run, on the same Redis. No test: it asserts nothing. Started by
 * {@code ./mvnw -pl otp-service -am verify -Dtest=none -Dit.test=OtpBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}, which builds
 * the packaged service first: it runs as a process of its own, so that its CPU time is its own.
 */
class OtpBenchmark {

    private static final int CODES = 20_000;
    private static final int REQUESTS = 20_000;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration OPEN_LOOP = Duration.ofSeconds(10);
    private static final double SHARE_OF_TOP = 0.5;

    @Test
    void measure() throws Exception {
        Optional<String> missing = RedisTools.missing();
        if (missing.isPresent()) {
            say("%s", missing.get());
            return;
        }
        OtpFixture fixture = new OtpFixture();
        Map<String, String> settings = new HashMap<>(fixture.start());
        try (QuickCarrier carrier = new QuickCarrier()) {
            settings.putAll(carrier.settings());
            settings.putAll(plenty());
            // Production takes no webhook without TLS, and none is measured.
            settings.keySet().removeIf(name -> name.startsWith("vouchline.delivery.webhook"));
            // No carrier's report can come back.
            settings.put("vouchline.delivery.voice-guard", "false");
            RedisTools redis = new RedisTools(URI.create(settings.get("quarkus.redis.hosts")));
            try (ServiceProcess service = ServiceProcess.start(settings);
                    Load load =
                            new Load(
                                    Integer.parseInt(settings.get("quarkus.http.port")), token())) {
                measure(redis, service, load);
            }
        } finally {
            fixture.stop();
        }
    }

    private static String token() {
        return Tokens.token(
                Audience.OTP,
                "benchmark",
                "client",
                claims -> claims.setExpirationTimeMinutesInTheFuture(60),
                jws -> {},
                Scope.PASSCODES_ISSUE,
                Scope.PASSCODES_CHECK);
    }

    /** The quotas are asked in full, but never used up. */
    private static Map<String, String> plenty() {
        Map<String, String> settings = new HashMap<>();
        for (String quota :
                new String[] {"number", "number-day", "client", "client-day", "prefix"}) {
            settings.put("vouchline.quota." + quota, "1000000/1s");
        }
        return settings;
    }

    private static void measure(RedisTools redis, ServiceProcess service, Load load)
            throws Exception {
        say(
                "%d processors shared by service, client and Redis; Java %s, Redis %s",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                redis.info("server", "redis_version"));
        Requests requests = new Requests();
        bytes(redis, load, requests);
        Figures _ = load.closed(REQUESTS, requests::check);

        BareScripts scripts = new BareScripts(redis);
        Bare bareIssue = scripts.issue(() -> load.one(requests::issue));
        Bare bareCheck = scripts.check(() -> load.one(requests::check));
        redis.forget("{bare}*");

        Top issue = new Top("issue", bareIssue, requests::issue);
        Top check = new Top("check", bareCheck, requests::check);
        double issues = issue.measure(redis, service, load);
        awaitEmptyQueue(redis);
        double checks = check.measure(redis, service, load);
        atHalf("issue", load, issues, requests::issue);
        awaitEmptyQueue(redis);
        atHalf("check", load, checks, requests::check);
    }

    /** Also the warm-up: what it leaves behind is what is measured. */
    private static void bytes(RedisTools redis, Load load, Requests requests) {
        Figures _ = load.closed(500, requests::issue);
        awaitEmptyQueue(redis);
        long before = Long.parseLong(redis.info("memory", "used_memory"));
        long streamsBefore = streams(redis);
        Figures _ = load.closed(CODES, requests::issue);
        awaitEmptyQueue(redis);
        double all = Long.parseLong(redis.info("memory", "used_memory")) - before;
        double streams = streams(redis) - streamsBefore;
        say(
                "bytes of a live code, message sent, all keys of its number: %,.0f; %,.0f more in the streams",
                (all - streams) / CODES, streams / CODES);
    }

    private static long streams(RedisTools redis) {
        return redis.memory("{otp:?}:delivery") + redis.memory("{otp:?}:outcome");
    }

    private static void awaitEmptyQueue(RedisTools redis) {
        while (redis.entries("{otp:?}:delivery") > 0 || redis.count("{quota:*") > 0) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void atHalf(String what, Load load, double top, Supplier<Call> calls) {
        double rate = top * SHARE_OF_TOP;
        Figures _ = load.open(rate, WARM_UP, calls);
        Figures figures = load.open(rate, OPEN_LOOP, calls);
        say("%s at half of that load, open loop, from the time it was due: %s", what, figures);
    }

    @FormatMethod
    private static void say(String text, Object... values) {
        System.out.println("BENCHMARK " + text.formatted(values));
    }

    /** The most that the service does, beside what the bare script does. */
    private record Top(String what, Bare bare, Supplier<Call> calls) {

        double measure(RedisTools redis, ServiceProcess service, Load load) {
            Figures _ = load.closed(REQUESTS, calls);
            ProcessHandle store =
                    ProcessHandle.of(Long.parseLong(redis.info("server", "process_id")))
                            .orElseThrow();
            Duration serviceBefore = cpu(service.handle());
            Duration clientBefore = cpu(ProcessHandle.current());
            Duration storeBefore = cpu(store);
            Figures figures = load.closed(REQUESTS, calls);
            double serviceTime = seconds(cpu(service.handle()).minus(serviceBefore));
            double clientTime = seconds(cpu(ProcessHandle.current()).minus(clientBefore));
            double storeTime = seconds(cpu(store).minus(storeBefore));
            say(
                    "%s by the bare script: %,.0f/s (%.2f stream entries a call)",
                    what, bare.perSecond(), bare.events());
            say("%s by the service, 50 connections: %s", what, figures);
            say(
                    "%s: ratio %.2f (at least 0.2); %,.0f for each CPU second of the service",
                    what, figures.perSecond() / bare.perSecond(), REQUESTS / serviceTime);
            say(
                    "%s: CPU each: service %.0f us, client and carrier %.0f us, Redis %.0f us; %,d messages still queued",
                    what,
                    serviceTime * 1e6 / REQUESTS,
                    clientTime * 1e6 / REQUESTS,
                    storeTime * 1e6 / REQUESTS,
                    redis.entries("{otp:?}:delivery"));
            return figures.perSecond();
        }

        private static Duration cpu(ProcessHandle process) {
            return process.info().totalCpuDuration().orElseThrow();
        }

        private static double seconds(Duration time) {
            return time.toNanos() / 1e9;
        }
    }
}
