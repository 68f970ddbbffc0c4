package io.vouchline.risk.simulation.traffic;

import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.simulation.traffic.Request.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What becomes of a code that a genuine caller was sent. */
final class Outcomes {

    private static final Duration SENT = Duration.ofSeconds(1);
    private static final Duration NOT_DELIVERED = Duration.ofSeconds(20);
    private static final int SOONEST_SECONDS = 10;
    private static final int LATEST_SECONDS = 90;
    private static final int NEXT_TRY_SECONDS = 15;

    private final Priors priors;
    private final double conversion;
    private final RandomGenerator random;

    Outcomes(Priors priors, double conversion, RandomGenerator random) {
        this.priors = priors;
        this.conversion = conversion;
        this.random = random;
    }

    /** The message went out, and the caller did what most or what some do. */
    List<Later> any() {
        List<Later> outcomes = new ArrayList<>();
        outcomes.add(new Later(SENT, Event.SENT));
        if (random.nextDouble() < conversion) {
            enter(outcomes);
        } else if (random.nextDouble() < priors.undelivered()) {
            outcomes.add(new Later(NOT_DELIVERED, Event.UNDELIVERED));
        }
        return outcomes;
    }

    /** The message went out and is still on its way when the caller asks again. */
    static List<Later> late() {
        return List.of(new Later(SENT, Event.SENT));
    }

    private void enter(List<Later> outcomes) {
        long seconds = random.nextInt(SOONEST_SECONDS, LATEST_SECONDS + 1);
        if (random.nextDouble() < priors.wrongCodes()) {
            outcomes.add(new Later(Duration.ofSeconds(seconds), Event.WRONG));
            seconds += NEXT_TRY_SECONDS;
        }
        outcomes.add(new Later(Duration.ofSeconds(seconds), Event.VERIFIED));
    }
}
