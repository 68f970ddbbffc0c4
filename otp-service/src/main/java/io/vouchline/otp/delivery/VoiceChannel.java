package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.inject.Singleton;

/** A call that speaks the code twice: at once, or to whoever presses the key it names. */
@Singleton
class VoiceChannel implements DeliveryChannel {

    private final Carrier carrier;
    private final CallbackUrls callbacks;

    VoiceChannel(Carrier carrier, CallbackUrls callbacks) {
        this.carrier = carrier;
        this.callbacks = callbacks;
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public Uni<Void> send(MessageId id, Message message) {
        return carrier.call(id, message.destination().to(), script(id, message));
    }

    private String script(MessageId id, Message message) {
        return callbacks
                .key(id)
                .filter(url -> callbacks.guarded())
                .map(url -> CallScript.question(message, ListenerKey.of(id), url))
                .orElseGet(() -> CallScript.code(message));
    }
}
