package io.vouchline.gateway.callback;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.mutiny.core.Vertx;
import io.vouchline.gateway.callback.Destinations.Destination;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Posts to an address that was looked at before: the connection goes to exactly that one, while
 * name and certificate are those of the host. No redirection is followed, no connection used twice,
 * and neither a trace nor a metric knows where it went.
 */
@Singleton
class ReportPost {

    private static final Logger LOGGER = Logger.getLogger(ReportPost.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration HANDSHAKE = Duration.ofSeconds(1);

    /** Whoever has given up waiting by then must not be handed a connection later. */
    private static final Duration CONNECTED = CONNECT.plus(HANDSHAKE).plusMillis(500);

    private static final Duration REST = Duration.ofMillis(500);
    private static final int MOST_OF_THE_ANSWER = 1024;

    private final HttpClient client;

    @Inject
    ReportPost(Vertx vertx, CallbackConfig config) {
        this(vertx, options(config.atOnce()));
    }

    ReportPost(Vertx vertx, HttpClientOptions options) {
        this.client = vertx.getDelegate().createHttpClient(options);
    }

    static HttpClientOptions options(int atOnce) {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setMaxPoolSize(atOnce)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setSslHandshakeTimeout(HANDSHAKE.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    void end(@Observes ShutdownEvent stopping) {
        var _ = client.close();
    }

    /** Posts, and tells the status of the answer. Whoever stops waiting ends it. */
    Uni<Integer> post(Destination destination, Map<String, String> headers, byte[] body) {
        AtomicBoolean over = new AtomicBoolean();
        return connected(options(destination, headers), over)
                .chain(request -> exchange(request, body, over))
                .onTermination()
                .invoke(() -> over.set(true));
    }

    /** A connection that nobody waits for any more is closed. */
    private Uni<HttpClientRequest> connected(RequestOptions options, AtomicBoolean over) {
        return Uni.createFrom()
                .emitter(
                        answer ->
                                client.request(options)
                                        .onSuccess(
                                                request -> {
                                                    // Else a closed connection is an error log.
                                                    request.exceptionHandler(
                                                            failure -> LOGGER.trace("it failed"));
                                                    if (over.get()) {
                                                        request.connection().close();
                                                    } else {
                                                        answer.complete(request);
                                                    }
                                                })
                                        .onFailure(failure -> tell(answer, failure, over)));
    }

    /** What fails when it is over fails because it is over: that is nobody's news. */
    private static void tell(UniEmitter<?> answer, Throwable failure, AtomicBoolean over) {
        if (!over.get()) {
            answer.fail(failure);
        }
    }

    private static RequestOptions options(Destination destination, Map<String, String> headers) {
        CallbackAddress address = destination.address();
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setServer(
                                // By its digits: a name would be resolved once more.
                                SocketAddress.inetSocketAddress(
                                        address.port(), destination.ip().getHostAddress()))
                        .setSsl(address.secure())
                        .setHost(address.host())
                        .setPort(address.port())
                        .setURI(address.target())
                        .setConnectTimeout(CONNECTED.toMillis())
                        .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options;
    }

    private static Uni<Integer> exchange(
            HttpClientRequest request, byte[] body, AtomicBoolean over) {
        return sent(request, body, over)
                .chain(response -> rest(response).replaceWith(response.statusCode()))
                .onTermination()
                .invoke(
                        () -> {
                            over.set(true);
                            request.connection().close();
                        });
    }

    private static Uni<HttpClientResponse> sent(
            HttpClientRequest request, byte[] body, AtomicBoolean over) {
        return Uni.createFrom()
                .emitter(
                        answer ->
                                request.send(Buffer.buffer(body))
                                        .onSuccess(answer::complete)
                                        .onFailure(failure -> tell(answer, failure, over)));
    }

    /**
     * A little of the answer is let in, for a little while, so that its sender can end it. Nobody
     * reads it.
     */
    private static Uni<Boolean> rest(HttpClientResponse response) {
        AtomicInteger size = new AtomicInteger();
        return Uni.createFrom()
                .<Boolean>emitter(
                        ended ->
                                response.exceptionHandler(failure -> ended.complete(true))
                                        .endHandler(end -> ended.complete(true))
                                        .handler(
                                                part -> {
                                                    if (size.addAndGet(part.length())
                                                            > MOST_OF_THE_ANSWER) {
                                                        ended.complete(true);
                                                    }
                                                }))
                .ifNoItem()
                .after(REST)
                .recoverWithItem(true);
    }

    /** The headers of a report: signed as Telesign does, in both places. */
    static Map<String, String> headers(CallbackKey key, byte[] body) {
        String signature = key.sign(body);
        return Map.ofEntries(
                Map.entry("Content-Type", "application/json"),
                Map.entry("User-Agent", "Vouchline"),
                Map.entry("Authorization", "TSA " + key.customerId() + ":" + signature),
                Map.entry("X-TS-Authorization", signature));
    }
}
