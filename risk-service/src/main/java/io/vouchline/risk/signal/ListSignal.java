package io.vouchline.risk.signal;

import io.vouchline.risk.listing.Listed;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the lists say. A number on a list is decided by it. */
@Singleton
final class ListSignal implements Signal {

    @Override
    public String name() {
        return "list";
    }

    @Override
    public Shape shape() {
        return Shape.Cases.of(Listed.values());
    }

    @Override
    public Optional<Finding.Case> of(Evidence evidence) {
        Listed listed = evidence.listed();
        return Optional.of(new Finding.Case(listed.name(), words(listed)));
    }

    @Override
    public boolean decides(Evidence evidence) {
        return evidence.listed() != Listed.NOWHERE;
    }

    private static String words(Listed listed) {
        return switch (listed) {
            case DENIED -> "on a list of refused numbers";
            case ALLOWED -> "on a list of trusted numbers";
            case NOWHERE -> "on no list";
        };
    }
}
