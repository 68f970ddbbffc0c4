package io.vouchline.gateway.telavox;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.call.Agent;
import io.vouchline.gateway.call.CallEvent;
import io.vouchline.gateway.call.CallEvent.Kind;
import io.vouchline.gateway.call.CallId;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Telavox tells of a call, in a query. Names and words in any case of their letters. */
final class EventQuery {

    static final String EVENT = "event";
    static final String CALL_ID = "callId";
    static final String CALLER = "caller";
    static final String CALLEE = "callee";
    static final String FROM = "from";
    static final String AGENT = "agent";

    private final Map<String, List<String>> query;
    private final String region;

    private EventQuery(Map<String, List<String>> query, String region) {
        this.query = query;
        this.region = region;
    }

    /**
     * Reads it. A number that cannot be read is one that was not told.
     *
     * @param query the decoded values by name
     * @param region the region of numbers without a country calling code
     * @throws io.vouchline.contract.problem.ProblemException 400; it does not repeat the values
     */
    static CallEvent read(Map<String, List<String>> query, String region) {
        return new EventQuery(query, region).event();
    }

    private CallEvent event() {
        return new CallEvent(
                required(EVENT)
                        .flatMap(Kind::of)
                        .orElseThrow(
                                () ->
                                        ProblemType.MALFORMED.exception(
                                                "event must be ringing, answer or hangup.")),
                required(CALL_ID)
                        .flatMap(CallId::of)
                        .orElseThrow(
                                () ->
                                        ProblemType.MALFORMED.exception(
                                                "callId must be 1 to 128 letters, digits or ._:@=~-.")),
                number(CALLER),
                number(CALLEE),
                number(FROM),
                agent());
    }

    private @Nullable PhoneNumber number(String name) {
        return value(name).flatMap(text -> CallingNumber.ifAny(name, text, region)).orElse(null);
    }

    private @Nullable Agent agent() {
        Optional<String> text = value(AGENT).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            return null;
        }
        UnfilledTemplate.refuse(AGENT, text.get());
        return Agent.of(text.get())
                .orElseThrow(
                        () ->
                                ProblemType.MALFORMED.exception(
                                        "agent must be 1 to 64 letters, digits, blanks or ._@:+=~-."));
    }

    private Optional<String> required(String name) {
        Optional<String> text = value(name);
        text.ifPresent(value -> UnfilledTemplate.refuse(name, value));
        return text;
    }

    private Optional<String> value(String name) {
        List<String> values =
                query.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                        .flatMap(entry -> entry.getValue().stream())
                        .toList();
        if (values.size() > 1) {
            throw ProblemType.MALFORMED.exception("Give " + name + " once.");
        }
        return values.stream().findFirst();
    }
}
