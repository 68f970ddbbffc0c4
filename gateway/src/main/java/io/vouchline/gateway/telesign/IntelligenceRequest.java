package io.vouchline.gateway.telesign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parameters of {@code POST /v1/phoneid/{number}} and {@code /v1/score/{number}}. All others
 * (add-ons, consent, insights) are left alone.
 *
 * @param original the number as it came
 * @param externalId the platform's own id of the transaction, which is told it again
 * @param address the IP address of the person whom it is about
 */
record IntelligenceRequest(
        PhoneNumber number,
        String original,
        Optional<String> externalId,
        Optional<String> address) {

    private static final Set<String> EVENTS =
            Set.of("create", "sign-in", "transact", "update", "delete");
    private static final Pattern EXTERNAL_ID = Pattern.compile("\\P{Cntrl}{1,255}");

    /** From a form, which may be empty. */
    static IntelligenceRequest ofForm(String number, byte[] body, String region) {
        return of(number, new FormBody(body)::value, region);
    }

    /** From a JSON object; no body at all is an empty one. */
    static IntelligenceRequest ofJson(
            String number, byte[] body, ObjectMapper mapper, String region) {
        JsonNode json = body.length == 0 ? mapper.createObjectNode() : read(body, mapper);
        return of(number, name -> text(json, name), region);
    }

    private static IntelligenceRequest of(
            String original, Function<String, Optional<String>> value, String region) {
        PhoneNumber number = Parameter.number(original, region);
        value.apply("account_lifecycle_event")
                .filter(event -> !EVENTS.contains(event))
                .ifPresent(
                        event -> {
                            throw Parameter.wrong("AccountLifecycleEvent");
                        });
        return new IntelligenceRequest(
                number,
                original,
                value.apply("external_id").map(IntelligenceRequest::externalId),
                value.apply("originating_ip").map(Parameter::address));
    }

    private static String externalId(String text) {
        if (!EXTERNAL_ID.matcher(text).matches()) {
            throw Parameter.wrong("ExternalId");
        }
        return text;
    }

    private static JsonNode read(byte[] body, ObjectMapper mapper) {
        try {
            JsonNode json = mapper.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // Told below: Jackson's message repeats what it could not read. It is no
            // JacksonException
            // where the bytes are no text at all.
        }
        throw ProblemType.MALFORMED.exception("The body is no JSON object");
    }

    private static Optional<String> text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ProblemType.MALFORMED.exception(name + " is no text");
        }
        return Optional.of(value.textValue().strip()).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "IntelligenceRequest[" + number + "]";
    }
}
