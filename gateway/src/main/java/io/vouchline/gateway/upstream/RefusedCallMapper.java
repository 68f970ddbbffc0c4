package io.vouchline.gateway.upstream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * An error status of a service as a failure of the call. Status and waiting time tell enough; the
 * document that they come with is not for the platform.
 */
final class RefusedCallMapper implements ResponseExceptionMapper<RefusedCallException> {

    /** RFC 9110 section 10.2.3 allows a date too: no service of ours sends one. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    @Override
    public RefusedCallException toThrowable(Response response) {
        return new RefusedCallException(
                response.getStatus(),
                Optional.ofNullable(response.getHeaderString(HttpHeaders.RETRY_AFTER))
                        .filter(text -> SECONDS.matcher(text).matches())
                        .map(text -> Duration.ofSeconds(Long.parseLong(text))));
    }
}
