package io.vouchline.contract.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedSpanTest {

    private static final String NUMBER = "16502530000";

    private final Seen seen = new Seen();
    private final SdkTracerProvider tracing =
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(new RedactingExporter(seen)))
                    .build();

    @AfterEach
    void end() {
        tracing.close();
    }

    @Test
    void neitherPathNorQueryNorCallerNorHostOfAServedRequestIsTold() {
        SpanData span =
                span(
                        "GET /v1/phoneid/{number}",
                        SpanKind.SERVER,
                        it ->
                                it.setAttribute("url.path", "/v1/phoneid/" + NUMBER)
                                        .setAttribute("url.query", "verify_code=" + NUMBER)
                                        .setAttribute("url.full", "http://h/" + NUMBER)
                                        .setAttribute("client.address", NUMBER)
                                        .setAttribute("network.peer.address", NUMBER)
                                        .setAttribute("user_agent.original", NUMBER)
                                        .setAttribute("server.address", NUMBER)
                                        .setAttribute("http.request.method_original", NUMBER)
                                        .setAttribute("enduser.id", NUMBER)
                                        .setAttribute("http.route", "/v1/phoneid/{number}")
                                        .setAttribute("http.response.status_code", 200));
        assertFalse(span.getAttributes().toString().contains(NUMBER), span::toString);
        assertEquals("GET /v1/phoneid/{number}", span.getName());
        assertEquals(
                "/v1/phoneid/{number}",
                span.getAttributes().get(AttributeKey.stringKey("http.route")));
        assertEquals(
                200, span.getAttributes().get(AttributeKey.longKey("http.response.status_code")));
    }

    @Test
    void ofACallItIsToldWhichHostWasCalledButNotWhichUrl() {
        SpanData span =
                span(
                        "POST",
                        SpanKind.CLIENT,
                        it ->
                                it.setAttribute("url.full", "http://lookup/v1/" + NUMBER)
                                        .setAttribute("server.address", "lookup")
                                        .setAttribute("db.query.text", "select " + NUMBER));
        assertEquals("lookup", span.getAttributes().get(AttributeKey.stringKey("server.address")));
        assertEquals(1, span.getAttributes().size());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, GET",
        "GET /telavox/customer, GET /telavox/customer",
        "PUT /v1/verify/completion/{reference_id}, PUT /v1/verify/completion/{reference_id}",
        "GET /*, GET /*",
        "EVALSHA, EVALSHA",
        "GET /v1/phoneid/16502530000, GET",
        "GET /v1/verify/0123ABCD, GET",
        "GET /telavox/customer?accountNumber=1, GET",
        "get 16502530000, span",
        "16502530000, span"
    })
    void aNameIsAMethodAndATemplateOrLess(String name, String told) {
        assertEquals(told, span(name, SpanKind.SERVER, it -> {}).getName());
    }

    @Test
    void ofAFailureOnlyItsTypeIsTold() {
        SpanData span =
                span(
                        "GET",
                        SpanKind.SERVER,
                        it -> {
                            Span _ = it.recordException(new IllegalStateException(NUMBER));
                            Span _ = it.addEvent("asked for " + NUMBER);
                            Span _ = it.setStatus(StatusCode.ERROR, NUMBER);
                        });
        assertFalse(span.getEvents().toString().contains(NUMBER), span::toString);
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertEquals("", span.getStatus().getDescription());
        var exception = span.getEvents().getFirst().getAttributes();
        assertNotNull(exception.get(AttributeKey.stringKey("exception.type")));
        assertNull(exception.get(AttributeKey.stringKey("exception.stacktrace")));
    }

    private SpanData span(String name, SpanKind kind, Consumer<Span> filled) {
        SpanBuilder builder = tracing.get("test").spanBuilder(name).setSpanKind(kind);
        Span span = builder.startSpan();
        filled.accept(span);
        span.end();
        return seen.spans.getLast();
    }

    private static final class Seen implements SpanExporter {

        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> exported) {
            spans.addAll(exported);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
