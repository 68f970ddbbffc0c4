package io.vouchline.contract.trace;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;

/**
 * Stands before every exporter of spans, so that none sees what {@link RedactedSpan} leaves out.
 */
@Singleton
final class SpanRedaction implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        AutoConfiguredOpenTelemetrySdkBuilder _ =
                builder.addSpanExporterCustomizer(
                        (exporter, settings) -> new RedactingExporter(exporter));
    }
}
