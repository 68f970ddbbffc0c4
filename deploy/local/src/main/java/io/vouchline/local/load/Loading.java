package io.vouchline.local.load;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vouchline.local.load.ImportJob.Counters;
import io.vouchline.local.load.ImportOrder.Load;
import io.vouchline.local.report.CommandFailure;
import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Stopwatch;
import java.io.FileNotFoundException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** One file on its way, from the first question to the job that is done. */
final class Loading {

    private static final int DRAW_MILLIS = 200;
    private static final int NOT_FOUND = 404;
    private static final int STALL_SECONDS = 60;

    private final Stopwatch watch = Stopwatch.start();
    private final Load order;
    private final CustomerFile file;
    private final LookupDoor door;
    private final ProgressDisplay display;
    private final CountedBody body;
    private final JobWatch jobs;
    private long moved;
    private double lastMovement;

    Loading(Load order, CustomerFile file, LookupDoor door, ProgressDisplay display) {
        this.order = order;
        this.file = file;
        this.door = door;
        this.display = display;
        this.body = new CountedBody(file);
        this.jobs = new JobWatch(door);
    }

    double seconds() {
        return watch.seconds();
    }

    /** Asks first: a refusal is told before a large file is sent for nothing. */
    void knock() throws InterruptedException {
        HttpResponse<String> answer = door.answer(door.job());
        if (answer.statusCode() != NOT_FOUND) {
            var _ = Refusals.accepted(answer);
        }
    }

    /** Sends all and returns when lookup-service has done all. */
    ImportJob run() throws InterruptedException {
        try {
            CompletableFuture<HttpResponse<String>> sending = door.load(order, file, body);
            while (!isOver(sending)) {
                tick();
                requireMovement();
            }
            HttpResponse<String> answer = sending.resultNow();
            ImportJob job =
                    ImportJob.read(Refusals.accepted(answer))
                            .orElseThrow(() -> Refusals.strange(answer));
            return ended(job);
        } catch (FileNotFoundException e) {
            // It was there a moment ago.
            throw broken(e);
        } finally {
            display.end();
        }
    }

    private boolean isOver(CompletableFuture<?> sending) throws InterruptedException {
        try {
            var _ = sending.get(DRAW_MILLIS, MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw broken(e);
        }
    }

    /** Also a lookup-service that has refused without taking the rest would keep us waiting. */
    private void requireMovement() {
        if (body.sent() > moved) {
            moved = body.sent();
            lastMovement = seconds();
        } else if (moved < file.size() && seconds() - lastMovement > STALL_SECONDS) {
            throw new CommandFailure(
                    "The lookup-service has taken nothing for %d s, after %s: see its lines in the fleet's log, then load the file again; %s."
                            .formatted(STALL_SECONDS, sent(), again()));
        }
    }

    private void tick() {
        jobs.look();
        display.show(progress());
    }

    private Progress progress() {
        return new Progress(body.sent(), file.size(), seconds(), jobs.counters());
    }

    /** Somebody else may have begun this import before: then it may still be under way. */
    private ImportJob ended(ImportJob first) throws InterruptedException {
        ImportJob job = first;
        while (job.isRunning()) {
            Thread.sleep(DRAW_MILLIS);
            tick();
            job = jobs.latest().orElse(job);
        }
        Counters all = job.counters();
        display.show(new Progress(file.size(), file.size(), seconds(), all));
        return job;
    }

    private CommandFailure broken(Exception cause) {
        if (file.hasChanged()) {
            return new CommandFailure(
                    "The file %s changed while it was sent: load it again when nobody writes to it; %s."
                            .formatted(file.path(), again()),
                    cause);
        }
        return new CommandFailure(
                "The connection to the lookup-service broke after %s (%s): see whether the fleet still runs and no other import of %s is under way, then load the file again; %s."
                        .formatted(sent(), StartFailure.reason(cause), order.tenant(), again()),
                cause);
    }

    /** What to tell somebody who does not want to wait. */
    String interrupted() {
        return "stopped after %s of %s; %s.".formatted(sent(), file.path(), again());
    }

    private String sent() {
        return ProgressText.size(body.sent(), file.size());
    }

    private String again() {
        return "what was sent so far may have gone in, and --key %s may be used again with the same file"
                .formatted(order.key());
    }
}
