package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.limit.Buckets.Bucket;
import io.vouchline.gateway.limit.Rate;
import io.vouchline.gateway.limit.RequestLimit;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Each client has a bucket for each dialect: one platform that asks too often waits (429), and
 * takes nothing away from any other. It goes by the client that was let in, so what proves itself
 * by a signature is not counted here.
 */
class RequestLimitFilter {

    private final RequestLimit limit;
    private final CurrentRequest current;

    RequestLimitFilter(RequestLimit limit, CurrentRequest current) {
        this.limit = limit;
        this.current = current;
    }

    /** Behind the filter that lets clients in. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    Uni<Response> count(SimpleResourceInfo resource) {
        Speaks speaks = resource.getResourceClass().getAnnotation(Speaks.class);
        if (speaks == null) {
            return Uni.createFrom().nullItem();
        }
        Client client = current.client();
        Bucket bucket = new Bucket(client.id(), speaks.value().name().toLowerCase(Locale.ROOT));
        return limit.take(bucket, rate(client.policy()))
                .map(
                        wait -> {
                            if (wait.isPositive()) {
                                throw tooMany(wait);
                            }
                            return null;
                        });
    }

    private static RuntimeException tooMany(Duration wait) {
        return ProblemType.TOO_MANY_REQUESTS
                .because("The client asks too often; wait.")
                .retryAfter(wait)
                .exception();
    }

    private static Rate rate(PolicyConfig policy) {
        return Rate.perSecond(policy.requestsAtOnce(), policy.requestsPerSecond());
    }
}
