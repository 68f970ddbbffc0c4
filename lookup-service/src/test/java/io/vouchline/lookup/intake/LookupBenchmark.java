package io.vouchline.lookup.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.FormatMethod;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.lookup.LookupFixture;
import io.vouchline.lookup.SampleLines;
import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.BlindIndex.Kind;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.inject.Inject;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * How look-ups and loads fare with a million customers, as ratios within one run. No test: it
 * asserts nothing. Started by {@code ./mvnw -pl lookup-service -am test -Dtest=LookupBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dbenchmark.customers=} takes another number.
 */
@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class LookupBenchmark {

    private static final String BANK = "bench-bank";
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("benchmark.customers", 1_000_000);
    private static final int LOADED = Math.min(100_000, MANY);
    private static final int CLIENTS = 4;
    private static final int WARM_UPS = 20_000;
    private static final int REQUESTS = 20_000;

    @Inject AgroalDataSource dataSource;
    @Inject BlindIndex index;
    @Inject SealedJson json;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void measure() throws Exception {
        say("loading %,d customers", FEW);
        load(BANK, new SampleLines(FEW));
        Figures fewByNumber = lookUps(FEW, LookupBenchmark::byNumber);
        Figures fewByAccount = lookUps(FEW, LookupBenchmark::byAccount);
        say("loading up to %,d customers", MANY);
        double seconds = load(BANK, new SampleLines(FEW, MANY));
        say("load of %,d lines over HTTP: %,.0f lines/s", MANY - FEW, (MANY - FEW) / seconds);
        Figures manyByNumber = lookUps(MANY, LookupBenchmark::byNumber);
        Figures manyByAccount = lookUps(MANY, LookupBenchmark::byAccount);
        loads();
        report("by number", fewByNumber, manyByNumber);
        report("by account", fewByAccount, manyByAccount);
    }

    /** The same rows, already sealed, by COPY and one merge alone, against the whole way in. */
    private void loads() throws Exception {
        double bare = bareLoad();
        double whole = load("whole-bank", new SampleLines(LOADED));
        double again = load("whole-bank", new SampleLines(LOADED));
        say(
                "load of %,d lines: bare COPY and merge %,.0f/s, over HTTP %,.0f/s, ratio %.2f (at least 0.5)",
                LOADED, LOADED / bare, LOADED / whole, bare / whole);
        say("the same lines again, all unchanged: %,.0f/s", LOADED / again);
    }

    private double bareLoad() throws Exception {
        SealedBatch batch = new SealedBatch("bare-bank", index, json);
        LineReader reader =
                new LineReader(Validation.buildDefaultValidatorFactory().getValidator());
        for (int i = 0; i < LOADED; i++) {
            DeliveredLine.Text text = new DeliveredLine.Text(i, SampleLines.line(i));
            if (reader.read(text) instanceof LineReader.Outcome.Read read) {
                batch.add(
                        new IndexedLine(
                                i,
                                index.of("bare-bank", Kind.CUSTOMER, read.line().id()),
                                index.of("bare-bank", Kind.LINE, read.text()),
                                read.line()),
                        false);
            }
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(resource("stage.sql"));
            statement.execute("SELECT set_config('vouchline.tenant', 'bare-bank', true)");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            long before = System.nanoTime();
            batch.send(copy);
            statement.execute(resource("merge.sql"));
            connection.commit();
            return (System.nanoTime() - before) / 1e9;
        }
    }

    private static String resource(String name) throws Exception {
        try (InputStream file = BatchWriter.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private double load(String tenant, SampleLines lines) throws Exception {
        HttpRequest request =
                request("/v1/customers:import", tenant, Scope.CUSTOMERS_IMPORT)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofInputStream(() -> lines))
                        .build();
        long before = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("SUCCEEDED")) {
            throw new IllegalStateException(answer.body());
        }
        return (System.nanoTime() - before) / 1e9;
    }

    private Figures lookUps(int customers, IntFunction<Question> question) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
        Figures _ = ask(WARM_UPS, customers, question);
        return ask(REQUESTS, customers, question);
    }

    private Figures ask(int requests, int customers, IntFunction<Question> question)
            throws Exception {
        long before = System.nanoTime();
        List<Callable<long[]>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
            clients.add(
                    () ->
                            IntStream.range(0, requests / CLIENTS)
                                    .mapToLong(i -> time(question.apply(random.nextInt(customers))))
                                    .toArray());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Long> times = new ArrayList<>();
            for (Future<long[]> client : threads.invokeAll(clients)) {
                Arrays.stream(client.get()).forEach(times::add);
            }
            times.sort(null);
            return new Figures(
                    times.get(times.size() / 2) / 1e6,
                    times.get(times.size() * 99 / 100) / 1e6,
                    requests / ((System.nanoTime() - before) / 1e9));
        }
    }

    private long time(Question question) {
        HttpRequest request =
                request(question.path(), BANK, Scope.CUSTOMERS_READ)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(question.body()))
                        .build();
        long before = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (!answer.body().contains("SINGLE")) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - before;
    }

    private static Question byNumber(int customer) {
        return new Question(
                "/v1/customers/find", "{\"number\":\"" + SampleLines.number(customer) + "\"}");
    }

    private static Question byAccount(int customer) {
        return new Question(
                "/v1/customers/find",
                "{\"account_number\":\"" + SampleLines.account(customer) + "\"}");
    }

    private static HttpRequest.Builder request(String path, String tenant, String scope) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofMinutes(20))
                .header("Authorization", "Bearer " + token(tenant, scope));
    }

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static String token(String tenant, String scope) {
        return TOKENS.computeIfAbsent(
                tenant + scope,
                key ->
                        Tokens.token(
                                Audience.LOOKUP,
                                tenant,
                                "bench",
                                claims -> claims.setExpirationTimeMinutesInTheFuture(60),
                                jws -> {},
                                scope));
    }

    private static void report(String how, Figures few, Figures many) {
        say(
                "look-up %s: %,d customers %s; %,d customers %s; ratio of medians %.2f (at most 1.3)",
                how, FEW, few, MANY, many, many.median / few.median);
    }

    @FormatMethod
    private static void say(String text, Object... values) {
        System.out.println("BENCHMARK " + text.formatted(values));
    }

    private record Question(String path, String body) {}

    /** Times in milliseconds. */
    private record Figures(double median, double p99, double perSecond) {

        @Override
        public String toString() {
            return "median %.2f ms, p99 %.2f ms, %,.0f/s".formatted(median, p99, perSecond);
        }
    }
}
