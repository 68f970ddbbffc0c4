package io.vouchline.otp.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.NoticeApi.NoticeKind;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.otp.delivery.Carrier;
import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import io.vouchline.otp.delivery.DeliveryChannel.RefusedException;
import io.vouchline.otp.delivery.MailServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sends notices at once and once. There is no queue: who asks knows what is still to be told, and
 * asks again.
 */
@Singleton
class Notices {

    private static final Logger LOGGER = Logger.getLogger(Notices.class);

    private final Carrier carrier;
    private final MailServer mailServer;
    private final NoticeConfig config;
    private final MeterRegistry metrics;

    Notices(Carrier carrier, MailServer mailServer, NoticeConfig config, MeterRegistry metrics) {
        this.carrier = carrier;
        this.mailServer = mailServer;
        this.config = config;
        this.metrics = metrics;
    }

    /** Tells a number by text message. Fails only if the notice has certainly not gone out. */
    Uni<DeliveryState> byTextMessage(PhoneNumber number, NoticeKind kind, Duration longest) {
        return ended(Channel.SMS, carrier.message(number.e164(), text(kind)), longest);
    }

    /** Tells a mailbox. Fails only if the notice has certainly not gone out. */
    Uni<DeliveryState> byMail(String mailbox, NoticeKind kind, Duration longest) {
        Uni<Void> mail = mailServer.mail(mailbox, config.mailSubject(), text(kind));
        return ended(Channel.EMAIL, mail, longest);
    }

    private String text(NoticeKind kind) {
        return switch (kind) {
            case PHONE_CHANGED -> config.phoneChanged();
            case MAILBOX_CHANGED -> config.mailboxChanged();
            case AUTHENTICATOR_BOUND -> config.authenticatorBound();
            case AUTHENTICATOR_REMOVED -> config.authenticatorRemoved();
        };
    }

    private Uni<DeliveryState> ended(Channel channel, Uni<Void> sending, Duration longest) {
        return sending.ifNoItem()
                .after(longest)
                .fail()
                .replaceWith(DeliveryState.SENT)
                .onFailure()
                .invoke(
                        failure ->
                                LOGGER.warnf(
                                        "a notice by %s was not sent for certain: %s",
                                        channel, failure))
                .onFailure(failure -> !(failure instanceof NotSentException))
                .recoverWithItem(Notices::state)
                .invoke(state -> count(channel, state));
    }

    private static DeliveryState state(Throwable failure) {
        return failure instanceof RefusedException ? DeliveryState.FAILED : DeliveryState.UNKNOWN;
    }

    private void count(Channel channel, DeliveryState state) {
        metrics.counter("vouchline.notices", "channel", channel.name(), "state", state.name())
                .increment();
    }
}
