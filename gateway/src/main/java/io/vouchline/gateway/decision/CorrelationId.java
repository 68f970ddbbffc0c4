package io.vouchline.gateway.decision;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.UUID;

/** What the logs and answers of one request have in common: the trace id of W3C trace context. */
final class CorrelationId {

    private CorrelationId() {}

    /** The current request's; one that nothing else has, where tracing is turned off. */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : UUID.randomUUID().toString().replace("-", "");
    }
}
