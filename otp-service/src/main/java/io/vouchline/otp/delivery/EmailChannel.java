package io.vouchline.otp.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Duration;

/** An e-mail by SMTP. */
@Singleton
class EmailChannel implements DeliveryChannel {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ReactiveMailer mailer;
    private final String subject;

    EmailChannel(ReactiveMailer mailer, DeliveryConfig config) {
        this.mailer = mailer;
        this.subject = config.mailSubject();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Uni<Void> send(Message message) {
        return mailer.send(Mail.withText(message.to(), subject, MessageText.written(message)))
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new UncertainException("the mail server did not end in time"))
                .onFailure(ConnectException.class)
                .transform(failure -> new NotSentException("the mail server cannot be reached"));
    }
}
