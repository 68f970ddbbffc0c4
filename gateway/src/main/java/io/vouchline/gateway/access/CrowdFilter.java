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
 * Turns requests away (503, to be tried again) while too many are under way: before credentials are
 * looked at, since that costs time too.
 */
class CrowdFilter {

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Crowd crowd;
    private final CurrentVertxRequest current;

    CrowdFilter(Crowd crowd, CurrentVertxRequest current) {
        this.crowd = crowd;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 100)
    void enter() {
        Guest guest =
                crowd.enter()
                        .orElseThrow(
                                () ->
                                        ProblemType.UNAVAILABLE
                                                .because("Too many requests are under way.")
                                                .retryAfter(AGAIN)
                                                .exception());
        RoutingContext request = current.getCurrent();
        // Also called where the client has gone away before the answer.
        request.addEndHandler(
                _ -> guest.leave(request.response().getStatusCode(), AccessFilter.BUDGET));
    }
}
