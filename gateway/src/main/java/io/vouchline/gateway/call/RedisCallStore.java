package io.vouchline.gateway.call;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Calls in Redis: all keys of a tenant share one hash tag. */
@Singleton
class RedisCallStore implements CallStore {

    static final Duration LIFE = Duration.ofHours(4);
    static final Duration LIFE_AFTER_END = Duration.ofMinutes(15);

    /** The most calls that are remembered of a caller and of an agent, and fields of a call. */
    static final int MOST = 100;

    private static final RedisScript EVENT = script("event.lua");
    private static final RedisScript TIE_CALL = script("tie-call.lua");
    private static final RedisScript TIE_CALLER = script("tie-caller.lua");
    private static final RedisScript AGENT_CALLS = script("agent.lua");

    private static final List<String> SEALED =
            List.of(
                    CALLER,
                    CALLEE,
                    FROM,
                    AGENT,
                    Variable.Slot.KEYPAD.field(),
                    Variable.Slot.CUSTOMER.field());
    private static final List<String> CLEAR = List.of("state", "since", "number");
    private static final String NOBODY = "";

    private final RedisAPI redis;
    private final ClockOffset clockOffset;
    private final Duration window;

    RedisCallStore(RedisAPI redis, ClockOffset clockOffset, CallConfig config) {
        this.redis = redis;
        this.clockOffset = clockOffset;
        this.window = config.window();
    }

    @Override
    public Uni<CallState> take(String tenant, Event event) {
        String number = event.caller() == null ? NOBODY : event.caller().number();
        String agent = Objects.requireNonNullElse(event.agent(), NOBODY);
        Map<String, String> firsts = new HashMap<>(event.sealed());
        String sealedAgent = Objects.requireNonNullElse(firsts.remove(AGENT), NOBODY);
        if (event.caller() != null) {
            firsts.put(CALLER, event.caller().sealed());
        }
        List<String> arguments = new ArrayList<>();
        arguments.add(clockOffset.argument());
        arguments.add(event.kind().word());
        arguments.add(event.id().value());
        arguments.add(number);
        arguments.add(agent);
        arguments.add(sealedAgent);
        arguments.add(millis(LIFE));
        arguments.add(millis(LIFE_AFTER_END));
        arguments.add(Integer.toString(MOST));
        add(arguments, firsts);
        return EVENT.run(
                        redis,
                        List.of(
                                call(tenant, event.id()),
                                calls(tenant, number),
                                agentCalls(tenant, agent),
                                left(tenant, number)),
                        arguments)
                .map(answer -> CallState.of(Objects.requireNonNull(answer).toString()));
    }

    @Override
    public Uni<Tie> tie(
            String tenant, CallId id, @Nullable Caller caller, Map<String, String> variables) {
        String number = caller == null ? NOBODY : caller.number();
        List<String> arguments = new ArrayList<>();
        arguments.add(clockOffset.argument());
        arguments.add(id.value());
        arguments.add(number);
        arguments.add(caller == null ? NOBODY : caller.sealed());
        arguments.add(millis(LIFE));
        arguments.add(Integer.toString(MOST));
        add(arguments, variables);
        return TIE_CALL.run(redis, List.of(call(tenant, id), calls(tenant, number)), arguments)
                .map(RedisCallStore::tied);
    }

    @Override
    public Uni<Tie> tie(String tenant, String number, Map<String, String> variables) {
        List<String> arguments = new ArrayList<>();
        arguments.add(clockOffset.argument());
        arguments.add(callPrefix(tenant));
        arguments.add(millis(window));
        add(arguments, variables);
        return TIE_CALLER
                .run(redis, List.of(calls(tenant, number), left(tenant, number)), arguments)
                .map(RedisCallStore::tied);
    }

    @Override
    public Uni<Optional<Stored>> find(String tenant, CallId id) {
        List<String> command = new ArrayList<>();
        command.add(call(tenant, id));
        command.addAll(fields());
        return redis.hmget(command)
                .map(values -> texts(values))
                .map(values -> values.getFirst() == null ? null : stored(id, values))
                .map(Optional::ofNullable);
    }

    @Override
    public Uni<List<Stored>> ofAgent(String tenant, String agent) {
        List<String> arguments = new ArrayList<>();
        arguments.add(callPrefix(tenant));
        arguments.add(agent);
        arguments.addAll(fields());
        return AGENT_CALLS
                .run(redis, List.of(agentCalls(tenant, agent)), arguments)
                .map(Objects::requireNonNull)
                .map(
                        answer ->
                                StreamSupport.stream(answer.spliterator(), false)
                                        .map(RedisCallStore::texts)
                                        .map(RedisCallStore::named)
                                        .toList());
    }

    private static Stored named(List<@Nullable String> values) {
        return stored(
                new CallId(Objects.requireNonNull(values.getFirst())),
                values.subList(1, values.size()));
    }

    private static Stored stored(CallId id, List<@Nullable String> values) {
        Map<String, String> sealed = new HashMap<>();
        for (int i = 0; i < SEALED.size(); i++) {
            String value = values.get(CLEAR.size() + i);
            if (value != null) {
                sealed.put(SEALED.get(i), value);
            }
        }
        return new Stored(
                id,
                CallState.of(Objects.requireNonNull(values.get(0))),
                Instant.ofEpochMilli(Long.parseLong(Objects.requireNonNull(values.get(1)))),
                values.get(2),
                sealed);
    }

    private static List<@Nullable String> texts(Response values) {
        List<@Nullable String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Response value = values.get(i);
            texts.add(value == null ? null : value.toString());
        }
        return texts;
    }

    private static Tie tied(@Nullable Response answer) {
        return Tie.valueOf(Objects.requireNonNull(answer).toString().toUpperCase(Locale.ROOT));
    }

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(CLEAR);
        fields.addAll(SEALED);
        return fields;
    }

    private static void add(List<String> arguments, Map<String, String> fields) {
        fields.forEach(
                (name, value) -> {
                    arguments.add(name);
                    arguments.add(value);
                });
    }

    private static String call(String tenant, CallId id) {
        return callPrefix(tenant) + id.value();
    }

    private static String callPrefix(String tenant) {
        return tag(tenant) + "id:";
    }

    private static String calls(String tenant, String number) {
        return tag(tenant) + "caller:" + number;
    }

    private static String left(String tenant, String number) {
        return tag(tenant) + "left:" + number;
    }

    private static String agentCalls(String tenant, String agent) {
        return tag(tenant) + "agent:" + agent;
    }

    private static String tag(String tenant) {
        return "{call:" + tenant + "}:";
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private static RedisScript script(String name) {
        return RedisScript.of(
                RedisScript.read(RedisCallStore.class, "prelude.lua"),
                RedisScript.read(RedisCallStore.class, name));
    }
}
