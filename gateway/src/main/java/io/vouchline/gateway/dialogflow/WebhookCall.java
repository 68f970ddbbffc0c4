package io.vouchline.gateway.dialogflow;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import java.util.Optional;

/**
 * A call of a webhook.
 *
 * @param client whose agent calls
 * @param number the number that it is about
 * @param parameters all that came with it
 * @param session the conversation, as the standard form names it; opaque
 */
record WebhookCall(
        Client client, PhoneNumber number, Parameters parameters, Optional<String> session) {

    PolicyConfig policy() {
        return client.policy();
    }

    @Override
    public String toString() {
        return "WebhookCall[" + number + "]";
    }
}
