package io.vouchline.gateway.dialogflow;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which form the current request asks and is answered, and which webhook it calls, as far as
 * that is known. What is refused before its body is read is told in the flexible form.
 */
@RequestScoped
class CurrentForm {

    private boolean standard;
    private @Nullable Webhook webhook;

    /** Says that the request is one of a standard webhook. */
    void becomesStandard() {
        this.standard = true;
    }

    /** Says which webhook is called, where the path does not. */
    void calls(Webhook called) {
        this.webhook = called;
    }

    /** The webhook that is called, if that was said. */
    Optional<Webhook> called() {
        return Optional.ofNullable(webhook);
    }

    /** The answer with these fields: they alone, or as parameters of the conversation. */
    Map<String, Object> answer(Map<String, Object> fields) {
        return standard ? Map.of("sessionInfo", parameters(fields)) : fields;
    }

    /**
     * A failure: every field null, so that no old value stays with the agent, and what went wrong.
     *
     * @param code the HTTP status
     */
    Map<String, Object> failure(List<String> fields, int code, String message) {
        Map<String, Object> answer = new LinkedHashMap<>();
        fields.forEach(field -> answer.put(field, null));
        Map<String, Object> error = Map.of("code", code, "message", message);
        if (standard) {
            return Map.of("sessionInfo", parameters(answer), "payload", Map.of("error", error));
        }
        answer.put("error", error);
        return answer;
    }

    private static Map<String, Object> parameters(Map<String, Object> fields) {
        return Map.of("parameters", fields);
    }
}
