package io.vouchline.gateway.voice;

import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.session.SessionStanding;
import io.vouchline.gateway.session.SessionTurn;
import io.vouchline.gateway.voice.Wanted.Begin;
import io.vouchline.gateway.voice.Wanted.Leave;
import io.vouchline.gateway.voice.Wanted.Take;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request of a platform that tells everything as flat texts. Without {@code turn_id} a session
 * begins; with it, a turn is taken: {@code kind} and {@code value}.
 */
final class FlatCall implements VoiceCall<FlatAnswer> {

    private static final String TURN_ID = "turn_id";
    private static final String KIND = "kind";
    private static final String VALUE = "value";
    private static final String LANGUAGE = "language";
    private static final String ATTESTATION = "attestation";
    private static final String ASSERTION = "assertion";

    private static final Pattern CALL = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");
    private static final Pattern TURN = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private final String platform;
    private final String externalId;
    private final Optional<String> ani;
    private final Map<String, String> parameters;
    private final String turnId;
    private final String kind;
    private final String value;
    private final @Nullable String language;
    private final @Nullable String attestation;
    private final @Nullable String assertion;

    /**
     * Reads a request.
     *
     * @param named how the platform calls the call's id
     * @param texts all that was sent, by its names; empty where there is nothing
     * @param platformsLanguage the language that the platform itself tells, if any
     * @throws ProblemException 400, if the call has no id
     */
    FlatCall(
            String platform,
            String named,
            String externalId,
            Optional<String> ani,
            @Nullable String platformsLanguage,
            Map<String, String> texts) {
        if (!CALL.matcher(externalId).matches()) {
            throw ProblemType.MALFORMED.exception(named + " must name the call.");
        }
        this.platform = platform;
        this.externalId = externalId;
        this.ani = ani;
        this.parameters = new TreeMap<>(texts);
        this.turnId = taken(TURN_ID);
        this.kind = taken(KIND);
        this.value = taken(VALUE);
        String wanted = taken(LANGUAGE);
        this.language = wanted.isEmpty() ? platformsLanguage : wanted;
        this.attestation = orNull(taken(ATTESTATION));
        this.assertion = orNull(taken(ASSERTION));
    }

    private String taken(String name) {
        String text = parameters.remove(name);
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public Wanted wanted() {
        if (!kind.isEmpty() && kind() == Turn.Kind.HANGUP) {
            return new Leave(platform, externalId);
        }
        if (turnId.isEmpty()) {
            refuseAnswerWithoutTurn();
            return new Begin(
                    Opening.of(
                            externalId,
                            platform,
                            ani,
                            attestation,
                            language,
                            assertion,
                            parameters));
        }
        if (!TURN.matcher(turnId).matches()) {
            throw ProblemType.MALFORMED.exception("turn_id must name the turn.");
        }
        return new Take(platform, externalId, new SessionTurn(turnId, turn(kind())));
    }

    /** A flow that forgets to send turn_id would begin again and again. */
    private void refuseAnswerWithoutTurn() {
        if (!kind.isEmpty() || !value.isEmpty()) {
            throw ProblemType.MALFORMED.exception("turn_id is missing beside kind and value.");
        }
    }

    private Turn.Kind kind() {
        return Arrays.stream(Turn.Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemType.MALFORMED.exception(
                                        "kind must be text, speech, dtmf, no_input, no_match, agent or hangup."));
    }

    private Turn turn(Turn.Kind wanted) {
        return switch (wanted) {
            case DTMF -> Input.keys(value);
            case SPEECH -> Input.speech(value);
            case TEXT -> Input.text(value);
            case NO_INPUT, NO_MATCH, AGENT, HANGUP -> Input.without(wanted);
        };
    }

    @Override
    public FlatAnswer answer(SessionStanding standing) {
        return FlatAnswer.of(standing, nextTurnId());
    }

    private String nextTurnId() {
        return turnId.isEmpty()
                ? TurnId.first().toString()
                : TurnId.read(turnId).map(id -> id.next().toString()).orElse("");
    }

    @Override
    public FlatAnswer farewell() {
        return FlatAnswer.left();
    }

    @Override
    public String toString() {
        return "FlatCall[" + platform + "]";
    }
}
