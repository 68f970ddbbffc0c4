package io.vouchline.local.carrier;

import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What happens to a message or call after its order was taken. */
final class Afterwards implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
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
        CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> take(sid, steps), threads);
        CompletableFuture<Void> _ = underWay.put(sid, begun);
        CompletableFuture<Void> _ = begun.whenComplete((_, _) -> underWay.remove(sid));
    }

    private void take(String sid, Steps steps) {
        try {
            steps.run();
        } catch (IOException e) {
            terminal.progress("carrier: %s broke off (%s)".formatted(sid, StartFailure.reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all that has begun has ended, or for this long. */
    void settle(Duration limit) {
        try {
            CompletableFuture.allOf(underWay.values().toArray(CompletableFuture<?>[]::new))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whatever did not end in time is broken off, and tells so itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
