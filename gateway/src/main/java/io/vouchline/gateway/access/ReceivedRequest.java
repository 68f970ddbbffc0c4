package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.Dialect;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;

/** A request as the server has it, before anything of its body is read. */
final class ReceivedRequest implements AccessRequest {

    private static final int MOST_BYTES = 64 * 1024;

    private final ContainerRequestContext context;
    private final ServerHttpRequest http;
    private final Dialect dialect;
    private final Optional<SourceAddress> source;
    private final NavigableMap<String, String> headers = new TreeMap<>();

    ReceivedRequest(
            ContainerRequestContext context, Dialect dialect, Optional<SourceAddress> source) {
        this.context = context;
        this.dialect = dialect;
        this.http = http();
        for (Map.Entry<String, String> header : http.getAllRequestHeaders()) {
            String _ =
                    headers.merge(
                            header.getKey().toLowerCase(Locale.ROOT),
                            header.getValue(),
                            (first, next) -> first + ',' + next);
        }
        this.source = source;
    }

    /** Where the request of this thread comes from. */
    static Optional<SourceAddress> source(TrustedProxies proxies) {
        ServerHttpRequest http = http();
        List<String> forwarded = http.getAllRequestHeaders("X-Forwarded-For");
        return proxies.source(
                http.unwrap(HttpServerRequest.class).remoteAddress().hostAddress(), forwarded);
    }

    /** The filter's own context is a wrapper, and tells nothing of the connection. */
    private static ServerHttpRequest http() {
        return CurrentRequestManager.get().serverRequest();
    }

    @Override
    public String method() {
        return http.getRequestMethod();
    }

    @Override
    public String rawPath() {
        return http.getRequestPath();
    }

    @Override
    public String rawQuery() {
        return Objects.requireNonNullElse(http.unwrap(HttpServerRequest.class).query(), "");
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public NavigableMap<String, String> headers() {
        return headers;
    }

    @Override
    public Optional<SourceAddress> source() {
        return source;
    }

    @Override
    public Uni<byte[]> body() {
        return read().ifNoItem()
                .after(AccessFilter.BUDGET)
                .failWith(() -> ProblemType.MALFORMED.exception("The body did not come in time."))
                .invoke(body -> context.setEntityStream(new ByteArrayInputStream(body)));
    }

    private Uni<byte[]> read() {
        return Uni.createFrom()
                .emitter(
                        whole -> {
                            Listener listener = new Listener(whole::complete, whole::fail);
                            if (http.isRequestEnded()) {
                                listener.done();
                            } else {
                                var _ = http.setReadListener(listener);
                                var _ = http.resumeRequestInput();
                            }
                        });
    }

    /** Gathers the body as it comes, up to its limit. */
    private static final class Listener implements ServerHttpRequest.ReadCallback {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final Consumer<byte[]> done;
        private final Consumer<ProblemException> failed;
        private boolean overLimit;

        Listener(Consumer<byte[]> done, Consumer<ProblemException> failed) {
            this.done = done;
            this.failed = failed;
        }

        @Override
        public void data(ByteBuffer data) {
            if (overLimit) {
                return;
            }
            if (body.size() + data.remaining() > MOST_BYTES) {
                overLimit = true;
                failed.accept(ProblemType.TOO_LARGE.exception("A body has at most 64 KiB."));
                return;
            }
            byte[] bytes = new byte[data.remaining()];
            ByteBuffer _ = data.get(bytes);
            body.writeBytes(bytes);
        }

        @Override
        public void done() {
            if (!overLimit) {
                done.accept(body.toByteArray());
            }
        }
    }
}
