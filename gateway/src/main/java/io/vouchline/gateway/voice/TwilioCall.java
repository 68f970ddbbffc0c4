package io.vouchline.gateway.voice;

import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.PublicUrl;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.dialect.Form;
import io.vouchline.gateway.session.SessionStanding;
import io.vouchline.gateway.session.SessionStanding.Expect;
import io.vouchline.gateway.session.SessionStanding.SessionState;
import io.vouchline.gateway.session.SessionTurn;
import io.vouchline.gateway.voice.Wanted.Begin;
import io.vouchline.gateway.voice.Wanted.Leave;
import io.vouchline.gateway.voice.Wanted.Take;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A voice webhook of Twilio's. Its query is the institution's own, and Twilio has signed it: the
 * document's parameters, {@code language}, {@code next}, {@code agent}, and {@code turn}, which is
 * ours.
 *
 * <p>{@code Confidence} is not looked at: what it says depends on the recogniser, some of which
 * always say 0. A transcript that is no answer is told from one that is by its words.
 */
final class TwilioCall implements VoiceCall<String> {

    static final String PATH = "/twilio/voice";

    private static final String PLATFORM = "twilio";
    private static final String TURN = "turn";
    private static final String NEXT = "next";
    private static final String AGENT = "agent";
    private static final String LANGUAGE = "language";
    private static final String PHONE_NUMBER = "phone_number";
    private static final Set<String> OURS = Set.of(TURN, NEXT, AGENT, LANGUAGE);

    private static final Pattern CALL = Pattern.compile("[A-Za-z0-9_-]{2,64}");
    private static final Set<String> OVER =
            Set.of("completed", "busy", "failed", "no-answer", "canceled");

    /** ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN and UNAVAILABLE, as keys of a telephone. */
    private static final Set<String> NO_NUMBERS =
            Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    private static final Pattern PASSED =
            Pattern.compile("TN-Validation-Passed-([ABC])(-Passthrough)?");

    private final PublicUrl publicUrl;
    private final String rawQuery;
    private final Form query;
    private final Form form;
    private final String callSid;
    private final Optional<NextAddress> next;
    private final Optional<String> agent;

    /**
     * Reads a request.
     *
     * @param nextHosts the hosts that a call may be sent on to, besides the gateway's own
     * @throws io.vouchline.contract.problem.ProblemException 400, if it is none that Twilio sends
     */
    TwilioCall(PublicUrl publicUrl, Set<String> nextHosts, String rawQuery, String body) {
        this.publicUrl = publicUrl;
        this.rawQuery = rawQuery;
        this.query = Form.read(rawQuery);
        this.form = Form.read(body);
        this.callSid =
                form.value("CallSid")
                        .filter(sid -> CALL.matcher(sid).matches())
                        .orElseThrow(
                                () ->
                                        ProblemType.MALFORMED.exception(
                                                "CallSid must name the call."));
        this.next =
                query.value(NEXT).map(text -> NextAddress.read(text, publicUrl.host(), nextHosts));
        this.agent = query.value(AGENT).map(TwilioCall::agent);
    }

    /** A "+" that was not encoded arrives as a blank. */
    private static String agent(String text) {
        return Opening.number(text.startsWith(" ") ? "+" + text.strip() : text)
                .filter(Opening::isOrdinary)
                .orElseThrow(
                        () ->
                                ProblemType.MALFORMED.exception(
                                        "agent must be a number with its country code."));
    }

    @Override
    public Wanted wanted() {
        if (form.value("CallStatus").filter(OVER::contains).isPresent()) {
            return new Leave(PLATFORM, callSid);
        }
        return query.value(TURN)
                .<Wanted>map(
                        text ->
                                new Take(
                                        PLATFORM,
                                        callSid,
                                        new SessionTurn(TurnId.of(TURN, text).toString(), turn())))
                .orElseGet(this::begin);
    }

    private Turn turn() {
        Optional<String> digits = form.value("Digits");
        Optional<String> speech = form.value("SpeechResult");
        return digits.map(Input::keys)
                .or(() -> speech.map(Input::speech))
                .orElse(Input.without(Turn.Kind.NO_INPUT));
    }

    private Wanted begin() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : query.values().keySet()) {
            if (name.equals(PHONE_NUMBER)) {
                throw ProblemType.MALFORMED.exception(
                        "phone_number must not stand in an address; Twilio tells the calling number itself.");
            }
            if (!OURS.contains(name)) {
                parameters.put(name, query.ifOne(name).orElseThrow(TwilioCall::repeated));
            }
        }
        return new Begin(
                Opening.of(
                        callSid,
                        PLATFORM,
                        form.value("From")
                                // Who is called by the institution has its number there.
                                .filter(_ -> !isOutbound())
                                .filter(number -> !NO_NUMBERS.contains(number))
                                .flatMap(Opening::number),
                        form.value("StirVerstat").map(TwilioCall::attestation).orElse(null),
                        query.value(LANGUAGE).orElse(null),
                        null,
                        parameters));
    }

    private boolean isOutbound() {
        return form.value("Direction").filter(way -> way.startsWith("outbound")).isPresent();
    }

    private static ProblemException repeated() {
        return ProblemType.MALFORMED.exception("A parameter of the address stands more than once.");
    }

    /**
     * Of a call that was diverted it is whoever diverted it that is attested, and not the caller.
     */
    private static @Nullable String attestation(String verdict) {
        var passed = PASSED.matcher(verdict);
        if (passed.matches()) {
            return passed.group(1);
        }
        return verdict.startsWith("TN-Validation-Failed") ? "FAILED" : "NONE";
    }

    @Override
    public String answer(SessionStanding standing) {
        Expect expect = standing.expect();
        return standing.state() == SessionState.ASK && expect != null
                ? question(standing, expect)
                : ending(standing);
    }

    @Override
    public String farewell() {
        return new Twiml().document();
    }

    private String question(SessionStanding standing, Expect expect) {
        String language = language(standing);
        Map<String, String> gather = new LinkedHashMap<>();
        gather.put("input", "dtmf speech");
        gather.put("action", action());
        gather.put("method", "POST");
        gather.put("actionOnEmptyResult", "true");
        gather.put("finishOnKey", expect.finishKey());
        gather.put("timeout", Integer.toString(expect.timeoutSeconds()));
        gather.put("speechTimeout", "auto");
        gather.put("language", language);
        if (expect.minLength() == expect.maxLength()) {
            gather.put("numDigits", Integer.toString(expect.maxLength()));
        }
        Hints.of(expect.kind(), language).ifPresent(hints -> gather.put("hints", hints));
        return new Twiml()
                .begin("Gather", gather)
                .say(standing.prompts(), language)
                .end()
                .document();
    }

    /** This address with the name of the next turn. */
    private String action() {
        String rest =
                Arrays.stream(rawQuery.split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith(TURN + "="))
                        .collect(Collectors.joining("&"));
        TurnId id =
                query.value(TURN)
                        .map(text -> TurnId.of(TURN, text).next())
                        .orElseGet(TurnId::first);
        return publicUrl.of(PATH, rest + (rest.isEmpty() ? "" : "&") + TURN + "=" + id);
    }

    private String ending(SessionStanding standing) {
        Twiml twiml = new Twiml().say(standing.prompts(), language(standing));
        if (standing.state() == SessionState.TRANSFER && agent.isPresent()) {
            Twiml _ = twiml.verb("Dial", Map.of(), agent.get());
        } else if (next.isPresent()) {
            Twiml _ =
                    twiml.verb("Redirect", Map.of("method", "POST"), next.get().telling(standing));
        } else {
            Twiml _ = twiml.hangup();
        }
        return twiml.document();
    }

    /** As the query has it, if that is the session's language: Twilio wants the region too. */
    private String language(SessionStanding standing) {
        return Hints.withRegion(
                query.value(LANGUAGE)
                        .filter(
                                tag ->
                                        Hints.primary(tag)
                                                .equals(Hints.primary(standing.language())))
                        .orElseGet(standing::language));
    }

    @Override
    public String toString() {
        return "TwilioCall[...]";
    }
}
