package io.vouchline.risk.signal;

import io.vouchline.risk.signal.Finding.Case;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** The hour where the number can be. It is night only if it is in all of its time zones. */
@Singleton
final class HourSignal implements Signal {

    private static final int NIGHT_ENDS = 5;

    private static final Case DAY = new Case("day", "no night at the number's place");
    private static final Case NIGHT =
            new Case("night", "between midnight and five o'clock at the number's place");
    private static final Case UNKNOWN =
            new Case("unknown", "the hour at the number's place is not known");

    @Override
    public String name() {
        return "hour";
    }

    @Override
    public Shape shape() {
        return Shape.Cases.of(DAY, NIGHT, UNKNOWN);
    }

    @Override
    public Optional<Case> of(Evidence evidence) {
        Set<ZoneId> zones = evidence.number().zones();
        return Optional.of(zones.isEmpty() ? UNKNOWN : hour(zones, evidence.now()));
    }

    private static Case hour(Set<ZoneId> zones, Instant now) {
        for (ZoneId zone : zones) {
            if (now.atZone(zone).getHour() >= NIGHT_ENDS) {
                return DAY;
            }
        }
        return NIGHT;
    }
}
