package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import java.util.List;

/** One webhook of the Authentication component. */
interface Webhook {

    /** Its name: the last segment of its path. */
    String name();

    /**
     * The fields of its answer, in order. Every answer has all of them, also one that tells a
     * failure: a field that were missing would leave an old value in the agent's parameters.
     */
    List<String> fields();

    /** The values of the fields, in the same order; null where there is none. */
    Uni<List<Object>> answer(Parameters parameters, Client client);
}
