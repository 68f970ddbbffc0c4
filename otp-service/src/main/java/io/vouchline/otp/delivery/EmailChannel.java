package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.inject.Singleton;
import java.util.Optional;

/** An e-mail by SMTP. */
@Singleton
class EmailChannel implements DeliveryChannel {

    private final MailServer server;
    private final Optional<String> subject;

    EmailChannel(MailServer server, DeliveryConfig config) {
        this.server = server;
        this.subject = config.mailSubject();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Uni<Void> send(MessageId id, Message message) {
        return server.mail(
                message.destination().to(),
                subject.orElseGet(() -> MessageText.subject(message)),
                MessageText.written(message));
    }
}
