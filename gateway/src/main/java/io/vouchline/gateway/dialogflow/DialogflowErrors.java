package io.vouchline.gateway.dialogflow;

import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.ErrorForm;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * A failure as a webhook tells it, in the form that was asked in: every mapped field null, so that
 * no old value stays in the agent's parameters, and an {@code error} with code and message.
 */
@Singleton
class DialogflowErrors implements ErrorForm {

    private final Webhooks webhooks;
    private final CurrentForm form;

    DialogflowErrors(Webhooks webhooks, CurrentForm form) {
        this.webhooks = webhooks;
        this.form = form;
    }

    @Override
    public Dialect dialect() {
        return Dialect.DIALOGFLOW;
    }

    @Override
    public Told told(Problem problem, String path) {
        if (isRoot(path)) {
            form.becomesStandard();
        }
        List<String> fields =
                form.called()
                        .or(() -> webhooks.ofPath(path))
                        .map(Webhook::fields)
                        .orElseGet(List::of);
        String message = Objects.requireNonNullElse(problem.detail(), problem.title());
        return new Told(problem.status(), form.failure(fields, problem.status(), message));
    }

    /** The one path that has no flexible form. */
    private static boolean isRoot(String path) {
        return path.equals("/dialogflow") || path.equals("/dialogflow/");
    }
}
