package io.vouchline.gateway.notice;

import io.smallrye.mutiny.CompositeException;
import org.jboss.logging.Logger;

/**
 * Says once that notices cannot be told and once that they can again, however often it is tried.
 */
final class Trouble {

    private static final Logger LOGGER = Logger.getLogger(Trouble.class);

    private boolean present;

    synchronized void is(Throwable failure) {
        if (!present) {
            present = true;
            LOGGER.warnf(
                    "notices of changed contacts wait; it is tried again and again: %s",
                    first(failure));
        }
    }

    synchronized void isOver() {
        if (present) {
            present = false;
            LOGGER.info("notices of changed contacts are told again");
        }
    }

    /** Each level that went on in spite of a failure has wrapped it. */
    private static Throwable first(Throwable failure) {
        Throwable first = failure;
        while (first instanceof CompositeException several) {
            first = several.getCauses().getFirst();
        }
        return first;
    }
}
