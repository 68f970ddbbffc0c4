package io.vouchline.lookup.store;

import io.vertx.pgclient.PgException;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, slow or overloaded from a fault of ours. */
public final class Unavailable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /**
     * Classes of SQLSTATE (PostgreSQL manual, appendix A) that waiting may mend: connection,
     * transaction rollback, resources, operator intervention, system error.
     */
    private static final List<String> PASSING = List.of("08", "40", "53", "57", "58", "55");

    private Unavailable() {}

    /** Whether this failure, or what caused it, is that the database cannot be had now. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isPassing(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What is told then: 503 with Retry-After, never "not found". */
    public static ProblemException problem() {
        return ProblemType.UNAVAILABLE
                .because("The customer store does not answer.")
                .retryAfter(RETRY_AFTER)
                .exception();
    }

    private static boolean isPassing(Throwable cause) {
        return switch (cause) {
            case PgException server -> isPassing(server.getSqlState());
            case SQLException driver -> isPassing(driver.getSQLState());
            case IOException lost -> true;
            case TimeoutException slow -> true;
            case io.smallrye.mutiny.TimeoutException slow -> true;
            // Vert.x tells a closed connection and a pool that is exhausted by types of its own.
            default -> cause.getClass().getName().startsWith("io.vertx.core.");
        };
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState == null || PASSING.stream().anyMatch(sqlState::startsWith);
    }
}
