package io.vouchline.risk.startup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.redis.RedisPromises;
import io.vouchline.contract.redis.RedisPromises.UntrustworthyRedisException;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.contract.risk.RiskApi.Policy;
import io.vouchline.contract.risk.RiskApi.Scale;
import io.vouchline.contract.startup.UntilReady;
import io.vouchline.risk.assessment.Assessor;
import io.vouchline.risk.listing.Lists;
import io.vouchline.risk.startup.RedisNumbersProof.WrongKeyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready means: keys loaded, numbering data and weights read, Redis reached once and trustworthy,
 * lists loaded, assessments warmed. It never turns back: without Redis numbers are still assessed.
 */
@Startup
@Readiness
@ApplicationScoped
class RedisReadyCheck implements HealthCheck {

    private static final Caller NOBODY = new Caller("warm-up", "warm-up", null);
    private static final int WARM_UPS = 300;

    private final RedisAPI redis;
    private final Assessor assessor;
    private final Lists lists;
    private final RedisNumbersProof proof;
    private final boolean insist;
    private volatile boolean ready;

    RedisReadyCheck(
            RedisAPI redis,
            Assessor assessor,
            Lists lists,
            RedisNumbersProof proof,
            StartupConfig config) {
        this.redis = redis;
        this.assessor = assessor;
        this.lists = lists;
        this.proof = proof;
        this.insist = ConfigUtils.isProfileActive("prod") && !config.allowForgetfulRedis();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warmed up").status(ready).build();
    }

    void begin(@Observes StartupEvent started) {
        Uni<Void> steps =
                Uni.createFrom()
                        .deferred(this::promises)
                        .chain(proof::prove)
                        .invoke(this::demandLists)
                        .chain(this::warmUp);
        UntilReady.run(steps, RedisReadyCheck::isFinal, () -> ready = true);
    }

    private Uni<Void> promises() {
        return insist ? RedisPromises.demand(redis) : Uni.createFrom().voidItem();
    }

    private Uni<Void> warmUp() {
        return Uni.createFrom()
                .deferred(() -> assessor.assess(NOBODY, request()))
                .invoke(RedisReadyCheck::demandHistory)
                .repeat()
                .atMost(WARM_UPS)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void demandHistory(Assessment assessment) {
        if (assessment.degraded()) {
            throw new IllegalStateException("what is remembered of numbers cannot be read");
        }
    }

    private void demandLists() {
        if (!lists.loaded()) {
            throw new IllegalStateException("the lists are not loaded");
        }
    }

    private static AssessmentRequest request() {
        return new AssessmentRequest(
                UUID.randomUUID().toString(),
                PhoneNumber.ofE164("+16502530000"),
                "16502530000",
                "US",
                new Policy(1000, Scale.INTELLIGENCE_2_0, Set.of(), false),
                new Circumstances(false, null, null, null));
    }

    private static boolean isFinal(Throwable failure) {
        return failure instanceof UntrustworthyRedisException
                || failure instanceof WrongKeyException;
    }
}
