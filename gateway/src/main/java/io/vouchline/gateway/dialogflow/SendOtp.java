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
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Lookup;
import io.vouchline.gateway.upstream.Otp;
import io.vouchline.gateway.upstream.Risk;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends a code, only ever to a phone or mailbox that the institution has registered and validated.
 * A call or text message costs money, so the number is screened first.
 */
@Singleton
class SendOtp implements Webhook {

    private static final String LANGUAGE = "en-US";
    private static final String FIXED_LINE = "1";

    /** A turn that Dialogflow repeats because our answer was late must not send a second code. */
    private static final int SAME_TURN_SECONDS = 15;

    private final Lookup lookup;
    private final Risk risk;
    private final Otp otp;

    SendOtp(Lookup lookup, Risk risk, Otp otp) {
        this.lookup = lookup;
        this.risk = risk;
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
        WantedChannel wanted = WantedChannel.of(parameters.required("channel"));
        return lookup.channels(number, client.policy().hold())
                .chain(
                        registered ->
                                switch (wanted) {
                                    case EMAIL -> byMail(client, number, registered);
                                    case MOBILE -> byPhone(client, number, registered);
                                });
    }

    private Uni<List<Object>> byMail(
            Client client, PhoneNumber number, RegisteredChannels registered) {
        String mailbox = registered.email();
        return registered.mailbox() == Standing.OPEN && mailbox != null
                ? issue(client, number, Channel.EMAIL, mailbox)
                : refused(reason(registered.mailbox()));
    }

    private Uni<List<Object>> byPhone(
            Client client, PhoneNumber number, RegisteredChannels registered) {
        if (registered.phone() != Standing.OPEN) {
            return refused(reason(registered.phone()));
        }
        return risk.assess(client, number, number.e164())
                .chain(
                        assessment ->
                                assessment.blocked()
                                        ? refused("blocked")
                                        : issue(
                                                client,
                                                number,
                                                channel(assessment.phoneType().code()),
                                                null));
    }

    /** What is certainly a fixed line cannot take a text message. */
    private static Channel channel(String phoneType) {
        return phoneType.equals(FIXED_LINE) ? Channel.VOICE : Channel.SMS;
    }

    private Uni<List<Object>> issue(
            Client client, PhoneNumber number, Channel channel, @Nullable String mailbox) {
        IssueRequest request =
                new IssueRequest(
                        number,
                        List.of(new Route(channel, mailbox)),
                        new CodeForm(
                                client.policy().codeLength(),
                                Math.toIntExact(client.policy().codeLife().toSeconds()),
                                false,
                                null,
                                client.policy().documentMode()),
                        new Wording(null, LANGUAGE, null),
                        false,
                        new Idempotency("dialogflow " + channel, SAME_TURN_SECONDS));
        return otp.issue(request).map(Issued::code).map(code -> Arrays.asList(code, true, null));
    }

    private static String reason(Standing standing) {
        return standing == Standing.RECENTLY_CHANGED ? "recently_changed" : "no_channel";
    }

    private static Uni<List<Object>> refused(String reason) {
        return Uni.createFrom().item(Arrays.asList(null, false, reason));
    }
}
