package io.vouchline.otp.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import io.vouchline.otp.delivery.DeliveryChannel.RefusedException;
import io.vouchline.otp.delivery.DeliveryChannel.UncertainException;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;

/** The mail server. Fails as {@link DeliveryChannel} says. */
@Singleton
public class MailServer {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** RFC 4954: it is our login that is refused, not the message. */
    private static final Set<Integer> LOGIN_REFUSED = Set.of(530, 534, 535, 538);

    private final ReactiveMailer mailer;

    MailServer(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    /** Sends a text to one mailbox. */
    public Uni<Void> mail(String mailbox, String subject, String text) {
        return mailer.send(Mail.withText(mailbox, subject, text))
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new UncertainException("the mail server did not end in time"))
                .onFailure()
                .transform(MailServer::meaning);
    }

    /** What the server answered is left out: servers repeat the mailbox. */
    private static Throwable meaning(Throwable failure) {
        if (failure instanceof SMTPException refusal) {
            String told = "the mail server answered " + refusal.getReplyCode();
            return refusal.isPermanent() && !LOGIN_REFUSED.contains(refusal.getReplyCode())
                    ? new RefusedException(told)
                    : new NotSentException(told);
        }
        return failure instanceof ConnectException
                ? new NotSentException("the mail server cannot be reached")
                : failure;
    }
}
