package io.vouchline.risk.signal;

import io.vouchline.risk.signal.Finding.Case;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether the number lies where the client's callers live. */
@Singleton
final class CountrySignal implements Signal {

    private static final Case HOME = new Case("home", "a number of the client's own country");
    private static final Case EXPECTED =
            new Case("expected", "a number of a country where callers are expected");
    private static final Case UNEXPECTED =
            new Case("unexpected", "a number of a country where no callers are expected");
    private static final Case NOWHERE = new Case("nowhere", "a number of no country");

    @Override
    public String name() {
        return "country";
    }

    @Override
    public Shape shape() {
        return Shape.Cases.of(HOME, EXPECTED, UNEXPECTED, NOWHERE);
    }

    @Override
    public Optional<Case> of(Evidence evidence) {
        return Optional.of(
                switch (Abode.of(evidence)) {
                    case HOME -> HOME;
                    case EXPECTED -> EXPECTED;
                    case UNEXPECTED -> UNEXPECTED;
                    case NOWHERE -> NOWHERE;
                });
    }
}
