package io.vouchline.gateway.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.dialect.ErrorForm.Told;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells a failure where no resource can, in the form of the dialect that the path belongs to. */
@Singleton
public class PlainAnswers {

    private final List<ErrorForm> forms;
    private final ObjectMapper json;

    PlainAnswers(@All List<ErrorForm> forms, ObjectMapper json) {
        this.forms = List.copyOf(forms);
        this.json = json;
    }

    /** Answers, and closes the connection: what is left of the request is not read. */
    public void send(RoutingContext routing, Problem problem) {
        String path = routing.request().path();
        Told told =
                Dialect.ofPath(path)
                        .flatMap(dialect -> form(dialect, problem, path))
                        .orElseGet(() -> new Told(problem.status(), problem, Problem.MEDIA_TYPE));
        HttpServerResponse response = routing.response();
        response.setStatusCode(told.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, told.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(text(told))
                .onComplete(_ -> routing.request().connection().close());
    }

    private Optional<Told> form(Dialect dialect, Problem problem, String path) {
        return forms.stream()
                .filter(form -> form.dialect() == dialect)
                .findFirst()
                .map(form -> form.told(problem, path));
    }

    private String text(Told told) {
        try {
            return told.body() instanceof String text ? text : json.writeValueAsString(told.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
