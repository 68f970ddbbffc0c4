package io.vouchline.gateway.limit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.PlainAnswers;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Ends requests whose body does not arrive in time: a peer that sends a byte now and then would
 * hold its connection for ever, since it never is idle.
 */
@Singleton
class SlowBodies {

    private static final int FIRST = 1_000;

    private final Vertx vertx;
    private final PlainAnswers answers;
    private final long limit;

    SlowBodies(Vertx vertx, PlainAnswers answers, LimitConfig config) {
        this.vertx = vertx;
        this.answers = answers;
        this.limit = config.bodyTime().toMillis();
    }

    void watch(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext routing) {
        if (hasBody(routing.request())) {
            long timer = vertx.setTimer(limit, _ -> end(routing));
            routing.addEndHandler(_ -> vertx.cancelTimer(timer));
        }
        routing.next();
    }

    /** A request without one is never read to its end, and ends with its answer. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || (length != null && !length.equals("0"));
    }

    private void end(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.isEnded() && !routing.response().ended()) {
            answers.send(
                    routing, ProblemType.MALFORMED.because("The body did not arrive in time."));
        }
    }
}
