package io.vouchline.gateway.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Traces a share of requests, chosen by chance. Choosing by the trace's id would let whoever makes
 * up ids choose.
 */
final class OwnShare implements Sampler {

    private final double share;
    private final DoubleSupplier chance;

    /**
     * Traces this share.
     *
     * @param chance numbers from 0 to below 1
     */
    OwnShare(double share, DoubleSupplier chance) {
        this.share = share;
        this.chance = chance;
    }

    /** What is begun inside a request follows the request; what a stranger began does not count. */
    static Sampler of(double share, DoubleSupplier chance) {
        Sampler own = new OwnShare(share, chance);
        return Sampler.parentBasedBuilder(own)
                .setRemoteParentSampled(own)
                .setRemoteParentNotSampled(own)
                .build();
    }

    @Override
    public SamplingResult shouldSample(
            Context parent,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        return chance.getAsDouble() < share
                ? SamplingResult.recordAndSample()
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "OwnShare{" + share + "}";
    }
}
