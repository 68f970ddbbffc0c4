package io.vouchline.risk.signal;

import io.vouchline.risk.history.History.NumberHistory;
import io.vouchline.risk.signal.Finding.Case;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of the number before. Who pumps messages never enters the codes, so that a number
 * that was verified is worth trust; one that was told to take part in fraud is worth none, verified
 * or not.
 */
@Singleton
final class StandingSignal implements Signal {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private static final Case REPORTED =
            new Case("reported_fraud", "a number that was reported for fraud");
    private static final Case VERIFIED_LATELY =
            new Case("verified_lately", "a number that was verified within 30 days");
    private static final Case VERIFIED =
            new Case("verified", "a number that was verified more than 30 days ago");
    private static final Case SEEN =
            new Case("seen", "a number first asked for more than a day ago and never verified");
    private static final Case NEW = new Case("new", "a number not asked for before today");

    @Override
    public String name() {
        return "standing";
    }

    @Override
    public Shape shape() {
        return Shape.Cases.of(REPORTED, VERIFIED_LATELY, VERIFIED, SEEN, NEW);
    }

    @Override
    public Optional<Case> of(Evidence evidence) {
        return evidence.history().map(known -> standing(known.number()));
    }

    private static Case standing(NumberHistory number) {
        if (number.reported()) {
            return REPORTED;
        }
        Duration sinceVerified = number.sinceVerified().orElse(null);
        if (sinceVerified != null) {
            return sinceVerified.compareTo(LATELY) <= 0 ? VERIFIED_LATELY : VERIFIED;
        }
        return number.sinceFirst().orElse(Duration.ZERO).compareTo(LONG_AGO) > 0 ? SEEN : NEW;
    }
}
