package io.vouchline.gateway.transaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.RiskApi;
import io.vouchline.contract.seal.Seal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Transactions in Redis: one sealed value each, which dies after 24 hours. Writing and reading one
 * is a single command, so that there is nothing to decide in a script.
 */
@Singleton
@RegisterForReflection(
        targets = {
            Transaction.class,
            Transaction.Kind.class,
            RiskApi.Assessment.class,
            RiskApi.PhoneType.class,
            RiskApi.Risk.class,
            RiskApi.Reason.class,
            RiskApi.Numbering.class,
            RiskApi.Original.class,
            RiskApi.Cleansing.class,
            RiskApi.Cleansed.class
        })
class RedisTransactions implements Transactions, KeepingProof {

    static final Duration LIFE = Duration.ofHours(24);

    private static final Logger LOGGER = Logger.getLogger(RedisTransactions.class);
    private static final String PROOF = "{transaction:proof}";
    private static final Duration LIFE_OF_PROOF = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final RedisAPI redis;
    private final ObjectMapper mapper;
    private final Seal seal;
    private final Duration timeout;

    RedisTransactions(RedisAPI redis, ObjectMapper mapper, Seal seal, TransactionConfig config) {
        this.redis = redis;
        this.mapper = mapper;
        this.seal = seal;
        this.timeout = config.timeout();
    }

    @Override
    public Uni<Void> prove() {
        return write(PROOF, "", LIFE_OF_PROOF);
    }

    @Override
    public Uni<Void> keep(Transaction transaction) {
        return Uni.createFrom()
                .item(() -> sealed(transaction))
                .chain(text -> write(key(transaction.reference()), text, LIFE));
    }

    @Override
    public Uni<Optional<Transaction>> find(String reference) {
        return told(redis.get(key(reference))).map(answer -> opened(reference, answer));
    }

    static String key(String reference) {
        return "{transaction:" + reference + "}";
    }

    private Uni<Void> write(String key, String value, Duration life) {
        return told(redis.set(List.of(key, value, "EX", Long.toString(life.toSeconds()))))
                .replaceWithVoid();
    }

    private String sealed(Transaction transaction) {
        try {
            return seal.seal(
                    mapper.writeValueAsBytes(transaction), purpose(transaction.reference()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a transaction is always written as JSON", e);
        }
    }

    private Optional<Transaction> opened(String reference, @Nullable Response answer) {
        if (answer == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    mapper.readValue(
                            seal.open(answer.toString(), purpose(reference)), Transaction.class));
        } catch (IllegalStateException | IllegalArgumentException | IOException e) {
            // Without the cause: its message repeats what could not be read.
            LOGGER.errorf("transaction %s cannot be opened and holds for nobody", reference);
            return Optional.empty();
        }
    }

    /** Sealed for one reference: copied to another it does not open. */
    private static String purpose(String reference) {
        return "transaction " + reference;
    }

    private <T> Uni<T> told(Uni<T> answer) {
        return answer.ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .invoke(failure -> LOGGER.errorf("the transactions' store failed: %s", failure))
                .onFailure()
                .transform(
                        failure ->
                                ProblemType.UNAVAILABLE
                                        .because("The store does not answer.")
                                        .retryAfter(RETRY_AFTER)
                                        .exception());
    }
}
