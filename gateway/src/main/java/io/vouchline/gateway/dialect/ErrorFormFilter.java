package io.vouchline.gateway.dialect;

import io.quarkus.arc.All;
import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.dialect.ErrorForm.Told;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The last step on the way out: a problem document becomes the dialect's own form of error. */
class ErrorFormFilter {

    private static final int UNAUTHORIZED = 401;

    /** RFC 9110 section 11.6.1 wants a challenge; keys in a header of their own have no scheme. */
    private static final String CHALLENGE = "Basic realm=\"vouchline\"";

    /** Signed requests have one that no registry knows: it stands second. */
    private static final String TELESIGN_CHALLENGE = CHALLENGE + ", TSA realm=\"vouchline\"";

    private final Map<Dialect, ErrorForm> forms = new EnumMap<>(Dialect.class);

    ErrorFormFilter(@All List<ErrorForm> forms) {
        forms.forEach(form -> this.forms.put(form.dialect(), form));
    }

    @ServerResponseFilter
    void translate(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        Optional<Dialect> dialect = Dialect.ofPath(path);
        Optional<ErrorForm> form = dialect.map(forms::get);
        if (form.isPresent() && response.getEntity() instanceof Problem problem) {
            Told told = form.get().told(problem, path);
            response.setStatus(told.status());
            response.setEntity(told.body(), new Annotation[0], MediaType.valueOf(told.mediaType()));
        }
        if (response.getStatus() == UNAUTHORIZED) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.WWW_AUTHENTICATE,
                            dialect.equals(Optional.of(Dialect.TELESIGN))
                                    ? TELESIGN_CHALLENGE
                                    : CHALLENGE);
        }
    }
}
