package io.vouchline.gateway.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context as it comes from outside: the ids are kept, so that a platform finds its calls
 * again; its wish to be traced and its {@code tracestate} are not.
 */
final class OutsideContext implements TextMapPropagator {

    private final TextMapPropagator w3c;

    OutsideContext(TextMapPropagator w3c) {
        this.w3c = w3c;
    }

    @Override
    public Collection<String> fields() {
        return w3c.fields();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        w3c.inject(context, carrier, setter);
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        Context extracted = w3c.extract(context, carrier, getter);
        SpanContext told = Span.fromContext(extracted).getSpanContext();
        if (!told.isValid() || !told.isRemote()) {
            return extracted;
        }
        return extracted.with(
                Span.wrap(
                        SpanContext.createFromRemoteParent(
                                told.getTraceId(),
                                told.getSpanId(),
                                TraceFlags.getDefault(),
                                TraceState.getDefault())));
    }
}
