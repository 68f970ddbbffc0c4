package io.vouchline.risk.outcome;

import io.quarkus.redis.client.RedisClientName;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.outcome.OutcomeStreams;
import io.vouchline.contract.outcome.RedisOutcomeStreams;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The streams in otp-service's Redis, read for risk-service. */
@Singleton
class RedisOutcomeGroup {

    private static final String NAME = "risk-service";

    @Produces
    @Singleton
    OutcomeStreams streams(@RedisClientName("otp") RedisAPI redis) {
        return new RedisOutcomeStreams(redis, NAME);
    }
}
