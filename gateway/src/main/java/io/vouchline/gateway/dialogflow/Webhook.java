package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** One webhook of the Authentication component, or one of ours beside it. */
interface Webhook {

    /** Its bare name: the last segment of its path, or what stands behind the ":" of a tag. */
    String name();

    /**
     * The fields of its answer, in order. Every answer has all of them, also one that tells a
     * failure: a field that were missing would leave an old value in the agent's parameters.
     */
    List<String> fields();

    /** The answer to a call. */
    Uni<WebhookAnswer> answer(WebhookCall call);
}
