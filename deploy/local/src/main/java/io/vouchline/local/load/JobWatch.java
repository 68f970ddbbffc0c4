package io.vouchline.local.load;

import io.vouchline.local.load.ImportJob.Counters;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks once a second how far an import is. A look that fails is no news: the next one may do
 * better, and whether the import itself goes well is told by its own answer.
 */
final class JobWatch {

    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();
    private static final int OK = 200;

    private final LookupDoor door;
    private long lastLook = System.nanoTime();
    private @Nullable CompletableFuture<HttpResponse<String>> question;
    private @Nullable ImportJob latest;

    JobWatch(LookupDoor door) {
        this.door = door;
    }

    /** Takes an answer that has come, and asks anew if it is time; never waits. */
    void look() {
        CompletableFuture<HttpResponse<String>> asked = question;
        if (asked != null && asked.isDone()) {
            question = null;
            take(asked);
        }
        if (question == null && System.nanoTime() - lastLook >= BETWEEN_LOOKS) {
            lastLook = System.nanoTime();
            question = door.job();
        }
    }

    private void take(CompletableFuture<HttpResponse<String>> asked) {
        if (asked.isCompletedExceptionally() || asked.resultNow().statusCode() != OK) {
            return;
        }
        ImportJob.read(Refusals.accepted(asked.resultNow())).ifPresent(job -> latest = job);
    }

    /** What was told last. */
    Optional<ImportJob> latest() {
        return Optional.ofNullable(latest);
    }

    Counters counters() {
        return latest().map(ImportJob::counters).orElse(Counters.NONE);
    }
}
