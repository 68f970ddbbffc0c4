package io.vouchline.gateway.dialogflow;

import io.vouchline.gateway.decision.Outcome;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook answers, and what that means.
 *
 * @param outcome what the call came to
 * @param reason why, in one of a fixed set of words; null where there is nothing to explain
 * @param reference the verification that it is about, if there is one
 * @param values the values of the webhook's fields, in their order; null where there is none
 */
record WebhookAnswer(
        Outcome outcome,
        @Nullable String reason,
        @Nullable String reference,
        List<@Nullable Object> values) {

    static WebhookAnswer of(Outcome outcome, @Nullable Object... values) {
        return because(outcome, null, values);
    }

    static WebhookAnswer because(
            Outcome outcome, @Nullable String reason, @Nullable Object... values) {
        return new WebhookAnswer(
                outcome, reason, null, Collections.unmodifiableList(Arrays.asList(values)));
    }

    WebhookAnswer about(String verification) {
        return new WebhookAnswer(outcome, reason, verification, values);
    }

    @Override
    public String toString() {
        return "WebhookAnswer[" + outcome + "]";
    }
}
