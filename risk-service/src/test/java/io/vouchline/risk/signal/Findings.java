package io.vouchline.risk.signal;

/** What a signal finds, for assertions. */
final class Findings {

    private static final Weights FIXED = FixedWeights.read();

    private Findings() {}

    static String name(Signal signal, Evidences evidence) {
        return ((Finding.Case) signal.of(evidence.build()).orElseThrow()).name();
    }

    static double amount(Signal signal, Evidences evidence) {
        return ((Finding.Amount) signal.of(evidence.build()).orElseThrow()).value();
    }

    /** The points of what the signal finds, under the fixed weights. */
    static double points(Signal signal, Evidences evidence) {
        return Tables.of(FIXED, Scorecards.signals(FIXED)).entrySet().stream()
                .filter(each -> each.getKey().name().equals(signal.name()))
                .findFirst()
                .orElseThrow()
                .getValue()
                .of(signal.of(evidence.build()).orElseThrow());
    }
}
