package io.vouchline.gateway.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.limit.Crowd;
import io.vouchline.gateway.limit.Crowd.Guest;
import jakarta.ws.rs.Priorities;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Turns requests away (503, to be tried again) while too many are under way. Only who was let in
 * takes a place: strangers who keep their own requests waiting take none.
 */
class CrowdFilter {

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Crowd crowd;
    private final CurrentVertxRequest http;
    private final CurrentRequest current;

    CrowdFilter(Crowd crowd, CurrentVertxRequest http, CurrentRequest current) {
        this.crowd = crowd;
        this.http = http;
        this.current = current;
    }

    /** Behind the filter that lets clients in. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 100)
    void enter() {
        Guest guest =
                crowd.enter()
                        .orElseThrow(
                                () ->
                                        ProblemType.UNAVAILABLE
                                                .because("Too many requests are under way.")
                                                .retryAfter(AGAIN)
                                                .exception());
        boolean known = current.known().isPresent();
        RoutingContext request = http.getCurrent();
        // Also called where the client has gone away before the answer.
        request.addEndHandler(
                _ -> guest.leave(request.response().getStatusCode(), AccessFilter.BUDGET, known));
    }
}
