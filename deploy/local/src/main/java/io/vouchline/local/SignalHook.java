package io.vouchline.local;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vouchline.local.report.StopRequest;
import io.vouchline.local.report.Terminal;
import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C and {@code deploy/local/down} into a stop request, and keeps the process, which
 * would otherwise end with the signal's own exit code, until everything is down.
 */
final class SignalHook {

    private static final int PATIENCE_SECONDS = 60;

    private final StopRequest stop;
    private final Terminal terminal;
    private final CountDownLatch over = new CountDownLatch(1);

    private SignalHook(StopRequest stop, Terminal terminal) {
        this.stop = stop;
        this.terminal = terminal;
    }

    static SignalHook install(StopRequest stop, Terminal terminal) {
        SignalHook hook = new SignalHook(stop, terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::run, "stop"));
        return hook;
    }

    private void run() {
        if (over.getCount() == 0) {
            // Not a signal: the launcher itself ends the process, with its own exit code.
            return;
        }
        stop.make();
        terminal.progress("is stopping");
        try {
            var _ = over.await(PATIENCE_SECONDS, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    /** Everything is down. */
    void done() {
        over.countDown();
    }
}
