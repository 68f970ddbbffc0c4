package io.vouchline.gateway.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/** Puts our own rules in place of those that trust whoever calls. */
@Singleton
final class Tracing implements TextMapPropagatorCustomizer {

    @Override
    public TextMapPropagator customize(Context context) {
        return context.propagator() instanceof W3CTraceContextPropagator w3c
                ? new OutsideContext(w3c)
                : context.propagator();
    }

    @Produces
    @Singleton
    Sampler sampler(TraceConfig config) {
        return OwnShare.of(config.share(), () -> ThreadLocalRandom.current().nextDouble());
    }
}
