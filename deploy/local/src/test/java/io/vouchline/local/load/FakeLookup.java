package io.vouchline.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vouchline.local.FleetSettings;
import io.vouchline.local.key.KeyFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A fleet of which only the import's side of lookup-service is there. */
public final class FakeLookup implements AutoCloseable {

    /** A request without its body. */
    public record Asked(
            String method,
            URI uri,
            String authorization,
            String contentType,
            String key,
            String length) {}

    /** What to answer. */
    public record Answer(int status, String body) {}

    /** How the body of an import is read. */
    @FunctionalInterface
    public interface Reading {

        /** Reads as much as it likes. */
        void read(InputStream body) throws IOException;
    }

    public static final Answer NOT_FOUND = new Answer(404, "{\"title\":\"Not Found\"}");

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public volatile Reading reading = this::drain;
    public volatile Answer load = new Answer(200, job("SUCCEEDED", 1, 0, ""));
    public volatile Answer job = NOT_FOUND;
    public volatile List<Answer> errors = List.of();

    private FakeLookup(HttpServer server) {
        this.server = server;
    }

    /** Starts it, with the files that a fleet keeps for commands. */
    public static FakeLookup start(FleetSettings settings) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        FakeLookup lookup = new FakeLookup(HttpServer.create(address, 0));
        lookup.server.createContext("/", lookup::answer);
        lookup.server.setExecutor(lookup.threads);
        lookup.server.start();
        KeyFolder.open(Files.createDirectories(settings.state().resolve("keys")));
        Files.writeString(
                settings.environment(),
                "VOUCHLINE_GATEWAY_URL=http://127.0.0.1:1\nVOUCHLINE_LOOKUP_URL="
                        + lookup.url()
                        + "\n");
        return lookup;
    }

    /** A job as lookup-service tells it; all lines but the rejected ones are new. */
    public static String job(String state, long lines, long rejected, String detail) {
        StringBuilder errors = new StringBuilder();
        for (long line = 1; line <= Math.min(100, rejected); line++) {
            errors.append(line == 1 ? "" : ",").append(error(line));
        }
        return """
        {"id":"k1","state":"%s","mode":"DELTA","dry_run":false,"force":false,"rewrite":false,"lines":%d,
        "created":%d,"updated":0,"unchanged":0,"removed":0,"rejected":%d,"detail":%s,"errors":[%s],
        "started_at":"2026-11-22T10:00:00Z","updated_at":"2026-11-22T10:00:01Z","finished_at":null}"""
                .formatted(
                        state,
                        lines,
                        lines - rejected,
                        rejected,
                        detail.isEmpty() ? "null" : "\"" + detail + "\"",
                        errors);
    }

    public static String error(long line) {
        return "{\"line\":%d,\"field\":\"name\",\"reason\":\"must not be blank\"}".formatted(line);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Asked> asked() {
        return asked;
    }

    public long received() {
        return received.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            headers.getFirst("Authorization"),
                            headers.getFirst("Content-Type"),
                            headers.getFirst("Idempotency-Key"),
                            headers.getFirst("Content-Length")));
            Answer answer = answerTo(exchange);
            byte[] text = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private Answer answerTo(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            reading.read(exchange.getRequestBody());
            return load;
        }
        if (exchange.getRequestURI().getPath().endsWith("/errors")) {
            long page = asked.stream().filter(a -> a.uri().getPath().endsWith("/errors")).count();
            return errors.get((int) page - 1);
        }
        return job;
    }

    private void drain(InputStream body) throws IOException {
        byte[] piece = new byte[1 << 16];
        for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
            received.addAndGet(count);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
