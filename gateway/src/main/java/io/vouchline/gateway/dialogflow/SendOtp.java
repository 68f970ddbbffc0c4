package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.CodeForm;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Issued;
import io.vouchline.contract.otp.OtpApi.Route;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.Routes;
import io.vouchline.gateway.screening.Screener;
import io.vouchline.gateway.screening.Screening;
import io.vouchline.gateway.upstream.Lookup;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.Arrays;
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
    private static final String BLOCKED = "blocked";

    /** A turn that Dialogflow repeats because our answer was late must not send a second code. */
    private static final int SAME_TURN_SECONDS = 15;

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
    public Uni<List<Object>> answer(Parameters parameters, Client client) {
        PhoneNumber number = parameters.phoneNumber(client.region());
        Order order =
                new Order(
                        client,
                        number,
                        parameters.language().orElseGet(() -> client.policy().language()));
        return switch (WantedChannel.of(parameters.required("channel"))) {
            case EMAIL -> client.policy().strict() ? refused(NO_CHANNEL) : byMail(order);
            case MOBILE -> byPhone(order);
        };
    }

    private Uni<List<Object>> byMail(Order order) {
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
                                        .orElseGet(() -> refused(reason(registered.mailbox()))));
    }

    private Uni<List<Object>> byPhone(Order order) {
        return channels(order)
                .chain(
                        registered ->
                                registered.phone() == Standing.OPEN
                                        ? screened(order, mailbox(registered))
                                        : refused(reason(registered.phone())));
    }

    private Uni<List<Object>> screened(Order order, Optional<String> mailbox) {
        return screener.beforeText(order.client(), order.number())
                .chain(
                        screening ->
                                screening.isBlocked()
                                        ? refused(BLOCKED)
                                        : issue(
                                                order,
                                                Routes.ofText(
                                                        order.client().policy(),
                                                        screening.line(),
                                                        mailbox),
                                                screening));
    }

    private Uni<RegisteredChannels> channels(Order order) {
        return lookup.channels(order.number(), order.client().policy().hold());
    }

    /** Where a code may go by e-mail. */
    private static Optional<String> mailbox(RegisteredChannels registered) {
        return registered.mailbox() == Standing.OPEN
                ? Optional.ofNullable(registered.email())
                : Optional.empty();
    }

    private Uni<List<Object>> issue(Order order, List<Route> routes, Screening screening) {
        PolicyConfig policy = order.client().policy();
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
                        new Idempotency(
                                "dialogflow " + routes.getFirst().channel(), SAME_TURN_SECONDS));
        return screener.followed(order.client(), screening, otp.issue(request))
                .map(Issued::code)
                .map(code -> Arrays.<Object>asList(code, true, null))
                .onFailure(Otp::isLimit)
                .recoverWithUni(() -> refused("limited"))
                .onFailure(Otp::isNeverVerified)
                .recoverWithUni(() -> refused(BLOCKED));
    }

    private static String reason(Standing standing) {
        return standing == Standing.RECENTLY_CHANGED ? "recently_changed" : NO_CHANNEL;
    }

    private static Uni<List<Object>> refused(String reason) {
        return Uni.createFrom().item(Arrays.asList(null, false, reason));
    }

    /** Who is to get a code, at whose request, in which language (BCP 47). */
    private record Order(Client client, PhoneNumber number, String language) {}
}
