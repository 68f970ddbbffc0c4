package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.inject.Singleton;

/** A text message. */
@Singleton
class SmsChannel implements DeliveryChannel {

    private final Carrier carrier;

    SmsChannel(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Uni<Void> send(MessageId id, Message message) {
        return carrier.message(id, message.destination().to(), MessageText.written(message));
    }
}
