package io.vouchline.gateway.callback;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Says once that Redis keeps a client's reports waiting, and once that it does no longer. */
final class Outage {

    private static final Logger LOGGER = Logger.getLogger(Outage.class);

    private final String client;
    private final AtomicBoolean present = new AtomicBoolean();

    Outage(String client) {
        this.client = client;
    }

    void is(Throwable failure) {
        if (present.compareAndSet(false, true)) {
            LOGGER.warnf(
                    "reports to client %s wait; it is tried again and again: %s", client, failure);
        }
    }

    void isOver() {
        if (present.compareAndSet(true, false)) {
            LOGGER.infof("reports to client %s go on", client);
        }
    }
}
