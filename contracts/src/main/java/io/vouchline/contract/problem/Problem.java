package io.vouchline.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type the kind's stable identifier
 * @param title the kind in a short sentence
 * @param status the HTTP status code, 400 to 599
 * @param detail the reason of this occurrence; holds no personal data, code or secret
 * @param retryAfterSeconds how long to wait before the next try; null if waiting does not help or
 *     the time is not known. Also sent as {@code Retry-After}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable Long retryAfterSeconds) {

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The same problem, with the time to wait, rounded up to whole seconds. */
    public Problem retryAfter(Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        return new Problem(type, title, status, detail, Math.max(seconds, 1));
    }

    /** This problem as a failure to be thrown. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
