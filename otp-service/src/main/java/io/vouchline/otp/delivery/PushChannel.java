package io.vouchline.otp.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.inject.Singleton;

/**
 * The institution's app, by its webhook. What is to be matched is not sent: the caller alone knows
 * it.
 */
@Singleton
public class PushChannel implements DeliveryChannel {

    private static final String TYPE = "verification.approval";

    private final WebhookSender sender;

    PushChannel(WebhookSender sender) {
        this.sender = sender;
    }

    /** Whether there is an app to be asked. */
    public boolean isConfigured() {
        return sender.isConfigured();
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public boolean removesDoubles() {
        return true;
    }

    @Override
    public Uni<Void> send(MessageId id, Message message) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("message_id", id.toString());
        data.put("reference", id.reference());
        data.put("to", message.destination().to());
        String text = message.wording().template();
        if (text != null) {
            data.put("text", text);
        }
        return sender.send(id, TYPE, data);
    }
}
