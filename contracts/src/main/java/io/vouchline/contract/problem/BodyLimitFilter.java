package io.vouchline.contract.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies over 64 KiB with a problem document, but for {@link LargeBodies}. The server's
 * own, larger limit stays the outer wall: it answers with an empty body, so it must not be the one
 * that people meet.
 */
@Provider
@PreMatching
public final class BodyLimitFilter implements ContainerRequestFilter, ReaderInterceptor {

    private static final int BYTES = 64 * 1024;
    private static final int LONGEST_LENGTH = 5;
    private static final String UNLIMITED = BodyLimitFilter.class.getName();

    private final List<LargeBodies> large;

    BodyLimitFilter(@Any Instance<LargeBodies> large) {
        this.large = large.stream().toList();
    }

    /** Refuses what declares itself too large, before anything of it is read. */
    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (large.stream().anyMatch(bodies -> bodies.areTakenAt(path))) {
            request.setProperty(UNLIMITED, true);
            return;
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null
                && (length.length() > LONGEST_LENGTH || Integer.parseInt(length) > BYTES)) {
            throw tooLarge();
        }
    }

    /** A chunked body declares no length: it is counted while it is read. */
    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (body.getProperty(UNLIMITED) == null) {
            body.setInputStream(new LimitedStream(body.getInputStream(), BYTES));
        }
        return body.proceed();
    }

    static ProblemException tooLarge() {
        return ProblemType.TOO_LARGE.exception("A body has at most 64 KiB.");
    }
}
