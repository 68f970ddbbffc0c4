package io.vouchline.local.load;

import io.vouchline.local.report.CommandFailure;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.List;

/** All that an import has rejected, asked for page by page. */
final class ErrorPages {

    private static final int NOT_FOUND = 404;

    private final ImportOrder order;
    private final LookupDoor door;

    ErrorPages(ImportOrder order, LookupDoor door) {
        this.order = order;
        this.door = door;
    }

    /** Prints them all and returns how many they are. */
    long print(PrintStream out) throws InterruptedException {
        long count = 0;
        List<LineError> page = after(0);
        while (!page.isEmpty()) {
            page.forEach(out::println);
            count += page.size();
            page = after(page.getLast().line());
        }
        return count;
    }

    private List<LineError> after(long line) throws InterruptedException {
        HttpResponse<String> answer = door.answer(door.errors(line));
        if (answer.statusCode() == NOT_FOUND) {
            throw new CommandFailure(
                    "The lookup-service knows no import %s of %s: check --key and --tenant."
                            .formatted(order.key(), order.tenant()));
        }
        return LineError.list(Refusals.accepted(answer).path("errors"));
    }
}
