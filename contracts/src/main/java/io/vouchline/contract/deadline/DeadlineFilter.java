package io.vouchline.contract.deadline;

import io.vouchline.contract.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Reads the time that remains, and refuses work whose caller no longer waits for the answer. */
final class DeadlineFilter {

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,9}");

    private final CurrentDeadline current;

    DeadlineFilter(CurrentDeadline current) {
        this.current = current;
    }

    @ServerRequestFilter
    void read(ContainerRequestContext request) {
        String remaining = request.getHeaderString(Deadline.HEADER);
        if (remaining == null) {
            return;
        }
        if (!MILLIS.matcher(remaining).matches()) {
            throw ProblemType.MALFORMED.exception(
                    Deadline.HEADER + " holds whole milliseconds, at most 9 digits.");
        }
        int millis = Integer.parseInt(remaining);
        if (millis == 0) {
            throw ProblemType.DEADLINE_PASSED.exception("The caller no longer waits.");
        }
        current.set(Duration.ofMillis(millis));
    }
}
