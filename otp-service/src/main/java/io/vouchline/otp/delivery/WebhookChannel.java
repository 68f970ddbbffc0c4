package io.vouchline.otp.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;

/** Any channel, by the institution's own sender instead of ours. */
final class WebhookChannel implements DeliveryChannel {

    private static final String TYPE = "verification.message";

    private final Channel channel;
    private final WebhookSender sender;

    WebhookChannel(Channel channel, WebhookSender sender) {
        this.channel = channel;
        this.sender = sender;
    }

    @Override
    public Channel channel() {
        return channel;
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
        data.put("channel", channel.name());
        data.put("to", message.destination().to());
        data.put("code", message.code());
        data.put("text", text(message));
        data.put("language", message.wording().language());
        return sender.send(id, TYPE, data);
    }

    private String text(Message message) {
        return channel == Channel.VOICE
                ? MessageText.spoken(message).words()
                : MessageText.written(message);
    }
}
