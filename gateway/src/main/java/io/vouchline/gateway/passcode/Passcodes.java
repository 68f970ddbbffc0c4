package io.vouchline.gateway.passcode;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Route;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.gateway.access.Routes;
import io.vouchline.gateway.passcode.Sending.NotSent;
import io.vouchline.gateway.passcode.Sending.Refusal;
import io.vouchline.gateway.passcode.Sending.Sent;
import io.vouchline.gateway.screening.Screener;
import io.vouchline.gateway.screening.Screening;
import io.vouchline.gateway.upstream.Lookup;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Sends codes, only ever to a phone or mailbox that the institution has registered and validated. A
 * call or text message costs money, so the number is screened first, if the client has it so. A
 * code by e-mail has no further channels: the phone was not asked for, and is not screened then.
 */
@Singleton
public class Passcodes {

    private final Lookup lookup;
    private final Screener screener;
    private final Otp otp;

    Passcodes(Lookup lookup, Screener screener, Otp otp) {
        this.lookup = lookup;
        this.screener = screener;
        this.otp = otp;
    }

    /** Sends one to the mailbox that all persons behind the number have; a strict client's none. */
    public Uni<Sending> byMail(PasscodeOrder order) {
        return order.policy().strict()
                ? notSent(Refusal.NO_CHANNEL)
                : channels(order).chain(registered -> byMail(order, registered));
    }

    /** Sends one to the number: a text message, or a call to what certainly is a fixed line. */
    public Uni<Sending> byPhone(PasscodeOrder order) {
        return channels(order)
                .chain(
                        registered ->
                                registered.phone() == Standing.OPEN
                                        ? screened(order, mailbox(registered))
                                        : closed(order, registered.phone()));
    }

    private Uni<Sending> byMail(PasscodeOrder order, RegisteredChannels registered) {
        return mailbox(registered)
                .map(mailbox -> new Route(Channel.EMAIL, mailbox))
                .map(route -> issue(order, List.of(route), Screening.none()))
                .orElseGet(() -> closed(order, registered.mailbox()));
    }

    /** A code that the platform compares itself is never seen to be right. */
    private Uni<Sending> screened(PasscodeOrder order, Optional<String> mailbox) {
        Circumstances circumstances =
                new Circumstances(!order.reveal(), order.ani(), order.attestation(), null);
        return screener.beforeText(order.client(), order.number(), circumstances)
                .chain(
                        screening ->
                                screening.isBlocked()
                                        ? notSent(Refusal.BLOCKED)
                                        : issue(
                                                order,
                                                Routes.ofText(
                                                        order.policy(), screening.line(), mailbox),
                                                screening));
    }

    private Uni<RegisteredChannels> channels(PasscodeOrder order) {
        RegisteredChannels known = order.channels();
        return known == null
                ? lookup.channels(order.number(), order.policy().hold())
                : Uni.createFrom().item(known);
    }

    /** Where a code may go by e-mail. */
    private static Optional<String> mailbox(RegisteredChannels registered) {
        return registered.mailbox() == Standing.OPEN
                ? Optional.ofNullable(registered.email())
                : Optional.empty();
    }

    private Uni<Sending> issue(PasscodeOrder order, List<Route> routes, Screening screening) {
        IssueRequest request =
                new IssueRequest(
                        order.number(),
                        routes,
                        order.form(),
                        new Wording(null, order.language(), order.policy().origin().orElse(null)),
                        screening.isOnlyIfVerifiedBefore(),
                        order.sameRequest().apply(routes.getFirst().channel()));
        return screener.followed(order.client(), screening, otp.issue(request))
                .<Sending>map(Sent::new)
                .onFailure(Otp::isLimit)
                .recoverWithUni(() -> notSent(Refusal.LIMITED))
                .onFailure(Otp::isNeverVerified)
                .recoverWithUni(() -> notSent(Refusal.BLOCKED));
    }

    /** By its form alone it is told that a number is none: nothing is said of who is a customer. */
    private static Uni<Sending> closed(PasscodeOrder order, Standing standing) {
        if (standing == Standing.RECENTLY_CHANGED) {
            return notSent(Refusal.RECENTLY_CHANGED);
        }
        return notSent(order.number().isValid() ? Refusal.NO_CHANNEL : Refusal.UNKNOWN_NUMBER);
    }

    private static Uni<Sending> notSent(Refusal refusal) {
        return Uni.createFrom().item(() -> new NotSent(refusal));
    }
}
