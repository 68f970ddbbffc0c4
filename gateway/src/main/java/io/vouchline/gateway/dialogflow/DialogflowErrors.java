package io.vouchline.gateway.dialogflow;

import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.ErrorForm;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A failure as a flexible webhook tells it: every mapped field null, so that no old value stays in
 * the agent's parameters, and an {@code error} with code and message.
 */
@Singleton
class DialogflowErrors implements ErrorForm {

    private final Webhooks webhooks;

    DialogflowErrors(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Dialect dialect() {
        return Dialect.DIALOGFLOW;
    }

    @Override
    public Told told(Problem problem, String path) {
        Map<String, Object> body = new LinkedHashMap<>();
        webhooks.ofPath(path)
                .ifPresent(webhook -> webhook.fields().forEach(field -> body.put(field, null)));
        body.put(
                "error",
                Map.of(
                        "code",
                        problem.status(),
                        "message",
                        Objects.requireNonNullElse(problem.detail(), problem.title())));
        return new Told(problem.status(), body);
    }
}
