package io.vouchline.lookup.store;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemAnswer;
import io.vouchline.contract.problem.ProblemType;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever keeps the database from answering is told as "not available". */
final class StoreMappers {

    private static final Logger LOGGER = Logger.getLogger(StoreMappers.class);

    @ServerExceptionMapper({
        PersistenceException.class,
        PgException.class,
        SQLException.class,
        VertxException.class,
        IOException.class,
        TimeoutException.class
    })
    RestResponse<Problem> told(Throwable failure) {
        if (Unavailable.isCauseOf(failure)) {
            LOGGER.errorf("the database does not answer: %s", failure);
            return ProblemAnswer.of(Unavailable.problem().problem());
        }
        LOGGER.error("the database refused a statement", failure);
        return ProblemAnswer.of(ProblemType.INTERNAL.because("The failure has been logged."));
    }
}
