package io.vouchline.otp.notice;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.NoticeApi;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;

/** The door for notices. */
class NoticeResource implements NoticeApi {

    /** Shorter than the gateway waits, so that its answer is ours. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(60);

    private final Notices notices;
    private final CurrentDeadline deadline;

    NoticeResource(Notices notices, CurrentDeadline deadline) {
        this.notices = notices;
        this.deadline = deadline;
    }

    @Override
    @RolesAllowed(Scope.NOTICES_SEND)
    public Uni<Sent> send(NoticeRequest request) {
        return sent(request)
                .map(Sent::new)
                .onFailure(NotSentException.class)
                .transform(NoticeResource::told);
    }

    private Uni<DeliveryState> sent(NoticeRequest request) {
        PhoneNumber number = request.number();
        String mailbox = request.mailbox();
        if (number != null && mailbox == null) {
            return notices.byTextMessage(number, request.kind(), longest());
        }
        if (mailbox != null && number == null) {
            return notices.byMail(mailbox, request.kind(), longest());
        }
        throw ProblemType.MALFORMED.exception("Give number or mailbox, one of the two.");
    }

    /** What the caller still waits, at most; a timer takes no zero. */
    private Duration longest() {
        Duration remaining = deadline.remaining().plusMillis(1);
        return remaining.compareTo(LONGEST) < 0 ? remaining : LONGEST;
    }

    private static ProblemException told(Throwable notSent) {
        return ProblemType.UNAVAILABLE
                .because("The notice has not gone out.")
                .retryAfter(RETRY_AFTER)
                .exception();
    }
}
