package io.vouchline.contract.testing;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Requests over 50 kept-alive connections, made and read on one thread. */
public final class Load implements AutoCloseable {

    private static final int CONNECTIONS = 50;

    /** The longest that may be asked: a call that is seen and repeated must not be late. */
    private static final String REMAINING = "999999999";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient http;
    private final String header;
    private final String credential;

    /**
     * Of the service at this port.
     *
     * @param token the same for all requests: the gateway, too, sends one for minutes
     */
    public Load(int port, String token) {
        this(port, "Authorization", "Bearer " + token);
    }

    /**
     * Of what listens at this port.
     *
     * @param header the name of the header with the credential
     */
    public Load(int port, String header, String credential) {
        http =
                vertx.createHttpClient(
                        new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.header = header;
        this.credential = credential;
    }

    /** A request and what its answer must hold. */
    public record Call(String path, String body, String answered) {}

    /** Latencies in milliseconds. */
    public record Figures(double perSecond, double median, double p99, double longest) {

        private static Figures of(long[] nanos, long whole) {
            Arrays.sort(nanos);
            return new Figures(
                    nanos.length / (whole / 1e9),
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    nanos[nanos.length - 1] / 1e6);
        }

        @Override
        public String toString() {
            return "%,.0f/s, median %.1f ms, p99 %.1f ms, longest %.1f ms"
                    .formatted(perSecond, median, p99, longest);
        }
    }

    /** One request. */
    public void one(Supplier<Call> calls) {
        join(send(calls.get()));
    }

    /** As many as there are connections, each sending its next request on its answer. */
    public Figures closed(int requests, Supplier<Call> calls) {
        long[] times = new long[requests];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        Promise<Void> done = Promise.promise();
        AtomicInteger running = new AtomicInteger(CONNECTIONS);
        context.runOnContext(
                begin -> {
                    for (int i = 0; i < CONNECTIONS; i++) {
                        Future<Void> _ =
                                sendNext(times, next, calls)
                                        .onFailure(done::tryFail)
                                        .onSuccess(
                                                ended -> {
                                                    if (running.decrementAndGet() == 0) {
                                                        done.tryComplete();
                                                    }
                                                });
                    }
                });
        join(done.future());
        return Figures.of(times, System.nanoTime() - start);
    }

    private Future<Void> sendNext(long[] times, AtomicInteger next, Supplier<Call> calls) {
        int index = next.getAndIncrement();
        if (index >= times.length) {
            return Future.succeededFuture();
        }
        long before = System.nanoTime();
        return send(calls.get())
                .compose(
                        answered -> {
                            times[index] = System.nanoTime() - before;
                            return sendNext(times, next, calls);
                        });
    }

    /**
     * Requests leave at fixed times, whatever became of those before; latency counts from the time
     * at which a request was to leave.
     */
    public Figures open(double perSecond, Duration time, Supplier<Call> calls) {
        int requests = (int) (perSecond * time.toSeconds());
        long[] times = new long[requests];
        AtomicInteger left = new AtomicInteger(requests);
        Promise<Void> done = Promise.promise();
        long start = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            int index = i;
            long due = start + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            context.runOnContext(
                    now ->
                            send(calls.get())
                                    .onFailure(done::tryFail)
                                    .onSuccess(
                                            answered -> {
                                                times[index] = System.nanoTime() - due;
                                                if (left.decrementAndGet() == 0) {
                                                    done.tryComplete();
                                                }
                                            }));
        }
        join(done.future());
        return Figures.of(times, System.nanoTime() - start);
    }

    private Future<Void> send(Call call) {
        return http.request(HttpMethod.POST, call.path())
                .compose(
                        request ->
                                request.putHeader(header, credential)
                                        .putHeader("Content-Type", "application/json")
                                        .putHeader("Vouchline-Remaining-Millis", REMAINING)
                                        .send(Buffer.buffer(call.body())))
                .compose(response -> response.body())
                .map(
                        body -> {
                            String answer = body.toString();
                            if (!answer.contains(call.answered())) {
                                throw new IllegalStateException(answer);
                            }
                            return null;
                        });
    }

    private static void join(Future<Void> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
