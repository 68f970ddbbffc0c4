package io.vouchline.gateway.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final OutsideContext outside =
            new OutsideContext(W3CTraceContextPropagator.getInstance());

    @Test
    void theIdsOfAStrangersTraceAreKeptItsWishAndItsStateAreNot() {
        SpanContext told = extracted(PARENT);
        assertEquals(TRACE, told.getTraceId());
        assertEquals("00f067aa0ba902b7", told.getSpanId());
        assertTrue(told.isRemote());
        assertFalse(told.isSampled());
        assertTrue(told.getTraceState().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-+16502530000-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void whatIsNoTraceparentIsNone(String header) {
        assertFalse(extracted(header).isValid());
    }

    @Test
    void howManyAreTracedOnlyWeDecide() {
        assertEquals(0, traced(0, PARENT));
        assertEquals(100, traced(1, PARENT.replaceFirst("-01$", "-00")));
        assertEquals(50, traced(0.5, PARENT));
    }

    @Test
    void whatIsBegunInsideFollowsTheRequest() {
        try (SdkTracerProvider tracing =
                SdkTracerProvider.builder().setSampler(OwnShare.of(0.5, () -> 0.4)).build()) {
            Span request = span(tracing, PARENT);
            assertTrue(request.getSpanContext().isSampled());
            Span call =
                    tracing.get("test")
                            .spanBuilder("POST")
                            .setParent(Context.root().with(request))
                            .startSpan();
            assertTrue(call.getSpanContext().isSampled());
            assertEquals(TRACE, call.getSpanContext().getTraceId());
        }
    }

    /** Of 100 requests whose chances are 0, 0.01 to 0.99. */
    private long traced(double share, String header) {
        int[] next = {0};
        try (SdkTracerProvider tracing =
                SdkTracerProvider.builder()
                        .setSampler(OwnShare.of(share, () -> next[0]++ / 100.0))
                        .build()) {
            return IntStream.range(0, 100)
                    .filter(i -> span(tracing, header).getSpanContext().isSampled())
                    .count();
        }
    }

    private Span span(SdkTracerProvider tracing, String header) {
        return tracing.get("test")
                .spanBuilder("GET")
                .setSpanKind(SpanKind.SERVER)
                .setParent(Context.root().with(Span.wrap(extracted(header))))
                .startSpan();
    }

    private SpanContext extracted(String header) {
        Map<String, String> headers =
                Map.of("traceparent", header, "tracestate", "vendor=16502530000");
        return Span.fromContext(outside.extract(Context.root(), headers, new Headers()))
                .getSpanContext();
    }

    private static final class Headers implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String key) {
            return headers == null ? null : headers.get(key);
        }
    }
}
