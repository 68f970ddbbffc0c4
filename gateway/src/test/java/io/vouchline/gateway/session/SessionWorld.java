package io.vouchline.gateway.session;

import static io.vouchline.contract.testing.RedisConnection.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.seal.Seal;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Keysets;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.AssertionKey;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.assertion.AssertionFixture;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.conversation.Errand;
import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.conversation.Profile;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.conversation.Result.Verdict;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.conversation.Turn.Kind;
import io.vouchline.gateway.conversation.Way;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.prompt.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Sessions with a store in memory, a bank that is a function, and callers who speak in single
 * words: those of {@link Sign}, or digits. The conversation is the real one.
 */
final class SessionWorld {

    static final String ANI = "+16502530000";
    static final String OTHER = "+16502530123";
    static final String NOBODY = "+16502530999";
    static final String RIGHT = "123457";
    static final String KEY = "232425";

    private static final String CLIENT = "vouchline.access.clients.a.";
    private static final Profile CUSTOMER =
            new Profile(1, 1, 0, "person-1", EnumSet.allOf(SecurityQuestion.class), true, false);
    private static final Profile NO_CUSTOMER = new Profile(0, 0, 0, null, Set.of(), false, false);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The names of errands in the order in which they were run, each with its kind. */
    final List<String> errands = new CopyOnWriteArrayList<>();

    final MemoryStore store = new MemoryStore();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final NumberHash hash =
            new NumberHash(SecretKeySet.read("test", KeyFiles.secret("session-numbers")).current());
    final SessionSeal seal = new SessionSeal(sealer());
    final CurrentDecision decision = new CurrentDecision();
    Instant now = Instant.parse("2026-01-31T12:00:00Z");
    @Nullable Result instead;
    final Assertions assertions = AssertionFixture.assertions(AssertionKey.file(), () -> now);
    final Client client = client("a-client", "bank", Map.of());
    final Sessions sessions = sessions();

    static Seal sealer() {
        return Seal.read("test", Keysets.keyset("sessions.json"));
    }

    private Sessions sessions() {
        InstantSource clock = () -> now;
        SessionConfig config = Settings.defaults(SessionConfig.class);
        SessionBook book = new SessionBook(store, seal, config, clock);
        Course course = new Course(new PlainEngine(), this::run, hash);
        SessionMetrics metrics = new SessionMetrics(meters);
        Standings standings = new Standings(SessionWorld::said, clock);
        Statements statements = new Statements(assertions, hash, config);
        return new Sessions(
                new Openings(book, course, statements, hash, metrics, assertions, config, clock),
                new Turns(book, course, statements, metrics, clock),
                book,
                new Tellings(standings, decision),
                assertions,
                hash);
    }

    static Client client(String id, String tenant, Map<String, String> policy) {
        Map<String, String> settings = new HashMap<>();
        settings.put(CLIENT + "tenant", tenant);
        settings.put(CLIENT + "dialects", "vouchline");
        settings.put(CLIENT + "default-region", "US");
        settings.put(CLIENT + "key-file", "none");
        policy.forEach((name, value) -> settings.put(CLIENT + "policy." + name, value));
        return new Client(
                id,
                tenant,
                Set.of(Dialect.VOUCHLINE),
                "US",
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(AccessConfig.class)
                        .withDefaultValues(settings)
                        .build()
                        .getConfigMapping(AccessConfig.class)
                        .clients()
                        .get("a")
                        .policy());
    }

    /** A new session of the call, with these members beside the required ones. */
    static NewSession wanted(
            String call, int level, @Nullable String ani, Map<String, Object> more) {
        return wanted(call, level, ani, null, more);
    }

    static NewSession wanted(
            String call,
            int level,
            @Nullable String ani,
            @Nullable String assertion,
            Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.putIfAbsent("auth_level_req", level);
        parameters.putIfAbsent("account_auth_enabled", true);
        parameters.putIfAbsent("card_auth_enabled", false);
        try {
            return new NewSession(
                    call,
                    "twilio",
                    ani,
                    "A",
                    null,
                    assertion,
                    JSON.readValue(JSON.writeValueAsString(parameters), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    SessionStanding begin(String call, int level) {
        return begin(wanted(call, level, ANI, Map.of()));
    }

    SessionStanding begin(NewSession wanted) {
        return await(sessions.begin(client, wanted));
    }

    SessionStanding turn(String id, String turn, String word) {
        return await(sessions.turn(client, id, speech(turn, word)));
    }

    static SessionTurn speech(String turn, String word) {
        return new SessionTurn(turn, new Turn(Kind.SPEECH, word));
    }

    SessionStanding read(String id) {
        return await(sessions.read(client, id));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The texts that are said. */
    static List<String> texts(SessionStanding standing) {
        return standing.prompts().stream().map(Said::text).toList();
    }

    private static Said said(Client client, Language language, Line line) {
        return new Said(line.prompt().name(), "<speak/>", "", null);
    }

    private Uni<Result> run(
            Client client,
            State state,
            Errand errand,
            String errandId,
            Errands.Circumstances context) {
        return Uni.createFrom()
                .item(
                        () -> {
                            errands.add(errand.getClass().getSimpleName() + " " + errandId);
                            Result other = instead;
                            return other == null ? answer(errand) : other;
                        });
    }

    private static Result answer(Errand errand) {
        return switch (errand) {
            case Errand.FindCaller find ->
                    new Result.Found(
                            find.number().equals(PhoneNumber.ofE164(NOBODY))
                                    ? NO_CUSTOMER
                                    : CUSTOMER);
            case Errand.SendCode _, Errand.ResendCode _ -> new Result.Sent("REF");
            case Errand.CheckCode check -> verdict(check.code().equals(RIGHT));
            case Errand.CheckKey check -> verdict(check.key().equals(KEY));
            case Errand.CheckAnswer _, Errand.PickPerson _ -> verdict(false);
            case Errand.AskApproval _ -> new Result.NotSent();
            case Errand.ReadApproval _ -> Result.Checked.of(Verdict.PENDING);
        };
    }

    private static Result verdict(boolean right) {
        return Result.Checked.of(right ? Verdict.RIGHT : Verdict.WRONG);
    }

    /** Callers who speak in single words. */
    private static final class PlainEngine extends Engine {

        @Override
        Heard heard(State state, Question asked, Turn turn, Language language) {
            String word = turn.value().toUpperCase(Locale.ROOT);
            return Arrays.stream(Sign.values())
                    .filter(sign -> sign.name().equals(word))
                    .map(Heard.class::cast)
                    .findFirst()
                    .orElseGet(
                            () ->
                                    word.equals("PHONE")
                                            ? new Heard.WayChosen(Way.PHONE)
                                            : new Heard.Digits(turn.value()));
        }
    }

    /** A store in memory that counts what it is asked, and can be overtaken or away. */
    static final class MemoryStore implements SessionStore {

        final Map<String, Stored> kept = new HashMap<>();
        final Map<String, Duration> lives = new HashMap<>();
        final List<String> asked = new ArrayList<>();
        final List<Runnable> before = new ArrayList<>();
        boolean readOnly;

        @Override
        public Uni<Optional<Stored>> find(String tenant, String id) {
            return Uni.createFrom()
                    .item(
                            () -> {
                                asked.add("find");
                                return Optional.ofNullable(kept.get(tenant + id));
                            });
        }

        @Override
        public Uni<Written> create(String tenant, String id, Stored session, Duration life) {
            return write("create", tenant + id, null, session, life);
        }

        @Override
        public Uni<Written> replace(
                String tenant, String id, String expected, Stored session, Duration life) {
            return write("replace", tenant + id, expected, session, life);
        }

        private Uni<Written> write(
                String how, String key, @Nullable String expected, Stored session, Duration life) {
            return Uni.createFrom()
                    .item(
                            () -> {
                                asked.add(how);
                                if (!before.isEmpty()) {
                                    before.removeFirst().run();
                                }
                                if (readOnly) {
                                    throw ProblemType.UNAVAILABLE.exception(
                                            "The store does not answer.");
                                }
                                Stored there = kept.get(key);
                                String version = there == null ? null : there.version();
                                if (!Objects.equals(version, expected)) {
                                    return new Written(false, there);
                                }
                                Stored _ = kept.put(key, session);
                                Duration _ = lives.put(key, life);
                                return Written.DONE;
                            });
        }
    }
}
