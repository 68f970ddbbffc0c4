package io.vouchline.contract.redis;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Answers that need Redis: one that does not answer in time is told as "not available", never as
 * "verified".
 */
@Singleton
public class StoreAnswers {

    private static final Logger LOGGER = Logger.getLogger(StoreAnswers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final CurrentDeadline deadline;

    StoreAnswers(CurrentDeadline deadline) {
        this.deadline = deadline;
    }

    /** The answer, or 503 where the caller would wait in vain. */
    public <T> Uni<T> told(Uni<T> answer) {
        return deadline.within(answer)
                .onFailure(StoreAnswers::isOfTheStore)
                .invoke(failure -> LOGGER.errorf("the store failed: %s", failure))
                .onFailure(StoreAnswers::isOfTheStore)
                .transform(
                        failure ->
                                ProblemType.UNAVAILABLE
                                        .because("The store does not answer.")
                                        .retryAfter(RETRY_AFTER)
                                        .exception());
    }

    /** A mistake of ours is told as one: waiting would not mend it. */
    private static boolean isOfTheStore(Throwable failure) {
        return !(failure instanceof ProblemException
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException);
    }
}
