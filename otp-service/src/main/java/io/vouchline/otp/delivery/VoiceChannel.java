package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.inject.Singleton;

/** A call that speaks the code twice. */
@Singleton
class VoiceChannel implements DeliveryChannel {

    private final Carrier carrier;

    VoiceChannel(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public Uni<Void> send(MessageId id, Message message) {
        return carrier.call(message.destination().to(), twiml(message));
    }

    private static String twiml(Message message) {
        String say =
                "<Say language=\"%s\">%s</Say>"
                        .formatted(
                                escaped(message.wording().language()),
                                escaped(MessageText.spoken(message)));
        return "<Response>" + say + "<Pause length=\"1\"/>" + say + "</Response>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
