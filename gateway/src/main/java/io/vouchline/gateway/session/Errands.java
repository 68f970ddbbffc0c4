package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.conversation.Errand;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.conversation.State;
import jakarta.inject.Singleton;

/** Has the services do what a conversation wants done. */
@Singleton
class Errands {

    /**
     * What an errand comes to. A service that does not answer is a {@link Result.Away}, never a
     * failure.
     *
     * @param errandId names this errand for good: run twice, it counts once and sends one message
     * @param context who calls, in which language
     */
    Uni<Result> run(
            Client client, State state, Errand errand, String errandId, Circumstances context) {
        throw new UnsupportedOperationException(client.id() + state + errand + errandId + context);
    }

    /**
     * What is known of the call besides.
     *
     * @param language the language of messages (BCP 47)
     * @param attestation what STIR/SHAKEN says of the calling number; null if nothing
     */
    record Circumstances(
            String language,
            io.vouchline.contract.risk.RiskApi.@org.jspecify.annotations.Nullable Attestation
                    attestation) {}
}
