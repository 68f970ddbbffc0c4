package io.vouchline.gateway.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in Redis, each tenant's under a hash tag of its own: a stream of all, its entries by
 * their correlation ids, and a list a number. The stream is bounded, and so is what points into it;
 * the lists hold their decisions themselves.
 */
@Singleton
final class RedisDecisions implements DecisionStore {

    private static final RedisScript KEEP = script("keep.lua");
    private static final RedisScript UNDER = script("under.lua");
    private static final RedisScript ABOUT = script("about.lua");

    /** What the key of no number's list ends with: a script names all its keys. */
    private static final String NOBODY = "none";

    private final RedisAPI redis;
    private final DecisionConfig config;
    private final ClockOffset clock;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    RedisDecisions(RedisAPI redis, DecisionConfig config, ClockOffset clock, ObjectMapper mapper) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
        this.writer = mapper.writerFor(Decision.class);
        this.reader = mapper.readerFor(Decision.class);
    }

    private static RedisScript script(String name) {
        return RedisScript.of(RedisScript.read(RedisDecisions.class, name));
    }

    @Override
    public Uni<Void> keep(Decision decision, String tenant, boolean found) {
        Optional<String> subject = Optional.ofNullable(decision.subjectHash()).filter(_ -> found);
        return KEEP.run(
                        redis,
                        List.of(
                                key(tenant, "stream"),
                                key(tenant, "ids"),
                                subjectKey(tenant, subject.orElse(NOBODY))),
                        List.of(
                                clock.argument(),
                                keep(),
                                Integer.toString(config.most()),
                                Integer.toString(SHOWN),
                                subject.isPresent() ? "1" : "0",
                                decision.correlationId(),
                                json(decision)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Decision>> about(String tenant, String subjectHash) {
        return ABOUT.run(
                        redis,
                        List.of(subjectKey(tenant, subjectHash)),
                        List.of(clock.argument(), keep()))
                .map(this::decisions);
    }

    @Override
    public Uni<List<Decision>> under(String tenant, String correlationId) {
        return UNDER.run(
                        redis,
                        List.of(key(tenant, "stream"), key(tenant, "ids")),
                        List.of(clock.argument(), keep(), correlationId))
                .map(this::decisions);
    }

    private List<Decision> decisions(@Nullable Response answer) {
        return Stream.ofNullable(answer)
                .flatMap(events -> IntStream.range(0, events.size()).mapToObj(events::get))
                .map(event -> decision(event.toString()))
                .toList();
    }

    private String keep() {
        return Long.toString(config.keep().toMillis());
    }

    private static String subjectKey(String tenant, String subjectHash) {
        return key(tenant, "subject:" + subjectHash);
    }

    private static String key(String tenant, String name) {
        return "{decision:" + tenant + "}:" + name;
    }

    private String json(Decision decision) {
        try {
            return writer.writeValueAsString(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision cannot be written", e);
        }
    }

    private Decision decision(String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision cannot be read", e);
        }
    }
}
