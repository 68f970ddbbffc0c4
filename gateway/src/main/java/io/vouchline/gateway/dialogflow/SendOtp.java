package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.CodeForm;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Issued;
import io.vouchline.contract.otp.OtpApi.Route;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.Routes;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.screening.Screener;
import io.vouchline.gateway.screening.Screening;
import io.vouchline.gateway.upstream.Lookup;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Sends a code, only ever to a phone or mailbox that the institution has registered and validated.
 * A call or text message costs money, so the number is screened first, if the client has it so. A
 * code by e-mail has no further channels: the phone was not asked for, and is not screened then.
 */
@Singleton
class SendOtp implements Webhook {

    private static final String NO_CHANNEL = "no_channel";

    private final Lookup lookup;
    private final Screener screener;
    private final Otp otp;

    SendOtp(Lookup lookup, Screener screener, Otp otp) {
        this.lookup = lookup;
        this.screener = screener;
        this.otp = otp;
    }

    @Override
    public String name() {
        return "send_otp";
    }

    @Override
    public List<String> fields() {
        return List.of("generated_otp", "otp_sent", "reason");
    }

    @Override
    public Uni<WebhookAnswer> answer(WebhookCall call) {
        Order order =
                new Order(call, call.parameters().language().orElseGet(call.policy()::language));
        return switch (WantedChannel.of(call.parameters().required("channel"))) {
            case EMAIL -> call.policy().strict() ? notSent(NO_CHANNEL) : byMail(order);
            case MOBILE -> byPhone(order);
        };
    }

    private Uni<WebhookAnswer> byMail(Order order) {
        return channels(order)
                .chain(
                        registered ->
                                mailbox(registered)
                                        .map(mailbox -> new Route(Channel.EMAIL, mailbox))
                                        .map(
                                                route ->
                                                        issue(
                                                                order,
                                                                List.of(route),
                                                                Screening.none()))
                                        .orElseGet(() -> closed(order, registered.mailbox())));
    }

    private Uni<WebhookAnswer> byPhone(Order order) {
        return channels(order)
                .chain(
                        registered ->
                                registered.phone() == Standing.OPEN
                                        ? screened(order, mailbox(registered))
                                        : closed(order, registered.phone()));
    }

    private Uni<WebhookAnswer> screened(Order order, Optional<String> mailbox) {
        return screener.beforeText(order.client(), order.number())
                .chain(
                        screening ->
                                screening.isBlocked()
                                        ? blocked()
                                        : issue(
                                                order,
                                                Routes.ofText(
                                                        order.policy(), screening.line(), mailbox),
                                                screening));
    }

    private Uni<RegisteredChannels> channels(Order order) {
        return lookup.channels(order.number(), order.policy().hold());
    }

    /** Where a code may go by e-mail. */
    private static Optional<String> mailbox(RegisteredChannels registered) {
        return registered.mailbox() == Standing.OPEN
                ? Optional.ofNullable(registered.email())
                : Optional.empty();
    }

    private Uni<WebhookAnswer> issue(Order order, List<Route> routes, Screening screening) {
        PolicyConfig policy = order.policy();
        IssueRequest request =
                new IssueRequest(
                        order.number(),
                        routes,
                        new CodeForm(
                                policy.codeLength(),
                                Math.toIntExact(policy.codeLife().toSeconds()),
                                policy.codeWithoutLeadingZero(),
                                null,
                                policy.documentMode()),
                        new Wording(null, order.language(), policy.origin().orElse(null)),
                        screening.isOnlyIfVerifiedBefore(),
                        SameTurn.of(name(), routes.getFirst().channel(), order.call().session()));
        return screener.followed(order.client(), screening, otp.issue(request))
                .map(SendOtp::sent)
                .onFailure(Otp::isLimit)
                .recoverWithUni(() -> notSent("limited"))
                .onFailure(Otp::isNeverVerified)
                .recoverWithUni(SendOtp::blocked);
    }

    private static WebhookAnswer sent(Issued issued) {
        return WebhookAnswer.of(Outcome.SENT, issued.code(), true, null).about(issued.reference());
    }

    /** By its form alone it is told that a number is none: nothing is said of who is a customer. */
    private static Uni<WebhookAnswer> closed(Order order, Standing standing) {
        if (standing == Standing.RECENTLY_CHANGED) {
            return notSent("recently_changed");
        }
        return notSent(order.number().isValid() ? NO_CHANNEL : "unknown_number");
    }

    private static Uni<WebhookAnswer> blocked() {
        return none(Outcome.BLOCKED, "blocked");
    }

    private static Uni<WebhookAnswer> notSent(String reason) {
        return none(Outcome.NOT_SENT, reason);
    }

    private static Uni<WebhookAnswer> none(Outcome outcome, String reason) {
        return Uni.createFrom()
                .item(() -> WebhookAnswer.because(outcome, reason, null, false, reason));
    }

    /** Who is to get a code, at whose request, in which language (BCP 47). */
    private record Order(WebhookCall call, String language) {

        Client client() {
            return call.client();
        }

        PhoneNumber number() {
            return call.number();
        }

        PolicyConfig policy() {
            return call.policy();
        }
    }
}
