package io.vouchline.otp.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.util.Map;

/** A carrier that takes every message at once and forgets it. */
final class QuickCarrier implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;

    QuickCarrier() {
        server =
                vertx.createHttpServer()
                        .requestHandler(
                                request ->
                                        request.response()
                                                .setStatusCode(201)
                                                .putHeader("Content-Type", "application/json")
                                                .end("{\"sid\":\"SM1\",\"status\":\"queued\"}"))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    /** Where the service finds it. */
    Map<String, String> settings() {
        return Map.of("quarkus.rest-client.carrier.url", "http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
