package io.vouchline.local.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays the fleet: takes what the carrier posts back and answers with a script. */
final class Listener implements AutoCloseable {

    /** One post: its path and parameters, and the signature that came with it. */
    record Post(URI url, Form form, String signature) {

        String value(String name) {
            return form.first(name).orElse("");
        }

        boolean isSignedWith(String token) {
            var parameters = new TreeMap<String, String>();
            form.parameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
            return CallbackSignature.of(url, parameters, token).equals(signature);
        }
    }

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final String answer;

    private Listener(HttpServer server, String answer) {
        this.server = server;
        this.answer = answer;
    }

    static Listener start(String answer) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Listener listener = new Listener(HttpServer.create(address, 0), answer);
        listener.server.createContext("/", listener::take);
        listener.server.start();
        return listener;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            posts.add(
                    new Post(
                            URI.create(url(exchange.getRequestURI().toString())),
                            Form.parse(body),
                            exchange.getRequestHeaders().getFirst(CallbackSignature.HEADER)));
            byte[] text = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Post> posts() {
        return posts;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
