package io.vouchline.risk.signal;

import java.nio.file.Path;
import java.util.List;

/** Scorecards without a running service. */
public final class Scorecards {

    private Scorecards() {}

    /** The scorecard of the weights that the service carries. */
    public static Scorecard shipped() {
        return of(WeightsFile.shipped());
    }

    /** The scorecard of a weights file. */
    public static Scorecard of(Path file) {
        return of(WeightsFile.read(file));
    }

    static Scorecard of(Weights weights) {
        return new Scorecard(signals(weights), weights);
    }

    /** All signals; a list that lacks one does not fit the shipped weights. */
    static List<Signal> signals(Weights weights) {
        return List.of(
                new AniSignal(),
                new AttestationSignal(),
                new BlockBudgetSignal(weights),
                new BlockConversionSignal(),
                new BlockVelocitySignal(),
                new ClientVelocitySignal(),
                new ClientConversionSignal(),
                new CountryBudgetSignal(weights),
                new CountrySignal(),
                new FailuresSignal(),
                new HourSignal(),
                new ListSignal(),
                new LockOutsSignal(),
                new NeighboursSignal(),
                new NumberVelocityDaySignal(),
                new NumberVelocitySignal(),
                new PhoneTypeSignal(),
                new RangeBudgetSignal(weights),
                new RangeConversionSignal(),
                new RangeVelocitySignal(),
                new SourceVelocitySignal(),
                new SpecialRangeSignal(),
                new StandingSignal(),
                new UndeliveredSignal(),
                new UnexpectedCountryBudgetSignal(weights));
    }
}
