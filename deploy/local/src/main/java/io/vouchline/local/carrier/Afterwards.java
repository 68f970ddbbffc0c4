package io.vouchline.local.carrier;

import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What happens to a message or call after its order was taken. */
final class Afterwards implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Terminal terminal;

    Afterwards(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The steps of one message or call. */
    interface Steps {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Takes the steps, and tells on the terminal when one fails: the fleet itself has long been
     * answered.
     */
    void begin(String sid, Steps steps) {
        threads.execute(
                () -> {
                    try {
                        steps.run();
                    } catch (IOException e) {
                        terminal.progress(
                                "carrier: %s broke off (%s)"
                                        .formatted(sid, StartFailure.reason(e)));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
