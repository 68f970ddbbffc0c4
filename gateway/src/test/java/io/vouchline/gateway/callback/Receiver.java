package io.vouchline.gateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A platform's receiver: a real server on loopback, that answers what the path says. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Post> posts = new CopyOnWriteArrayList<>();

    Receiver() {
        this(null);
    }

    /** By TLS, unless the context is null. */
    Receiver(@Nullable SSLContext tls) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls == null) {
                server = HttpServer.create(anyPort, 0);
            } else {
                HttpsServer secure = HttpsServer.create(anyPort, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = secure;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What came. */
    record Post(String target, Map<String, String> headers, String body) {}

    int port() {
        return server.getAddress().getPort();
    }

    /** The address of a path. */
    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** What came to this path so far. */
    List<Post> posts(String path) {
        return posts.stream().filter(post -> post.target().equals(path)).toList();
    }

    /** The same, when there is so much. */
    List<Post> posts(String path, int count) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (posts(path).size() < count) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(count + " posts did not come to " + path);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return posts(path);
    }

    /** {@code /<status>/...}, {@code /redirect/...}, {@code /silent/...} or {@code /endless/...} */
    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, String.join(",", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String target = exchange.getRequestURI().toString();
        posts.add(new Post(target, headers, body));
        switch (target.split("/", -1)[1]) {
            case "silent" -> untilItCloses();
            case "endless" -> endless(exchange);
            case "redirect" -> {
                exchange.getResponseHeaders().add("Location", url("/200/redirected"));
                exchange.sendResponseHeaders(307, -1);
            }
            case String status -> exchange.sendResponseHeaders(Integer.parseInt(status), -1);
        }
        exchange.close();
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (closing.getCount() > 0) {
            exchange.getResponseBody().write(new byte[1024]);
            exchange.getResponseBody().flush();
        }
    }

    private void untilItCloses() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        List<Runnable> _ = threads.shutdownNow();
    }
}
