package io.vouchline.gateway.access;

import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Route;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways of a code to a phone: the first channel, and the client's further ones ({@code
 * policy.fallback}) as far as this number can and may have them.
 */
public final class Routes {

    private static final String FIXED_LINE = "1";

    private Routes() {}

    /**
     * A text message first, or a call to what is certainly a fixed line.
     *
     * @param type the line's type; empty if it is not known
     * @param mailbox where the code may go by e-mail, if anywhere
     */
    public static List<Route> ofText(
            PolicyConfig policy, Optional<PhoneType> type, Optional<String> mailbox) {
        Channel first = isFixedLine(type) ? Channel.VOICE : Channel.SMS;
        return routes(first, policy, type, mailbox);
    }

    /**
     * A call first, and never an e-mail: nobody has said which mailbox it would be.
     *
     * @param type the line's type; empty if it is not known
     */
    public static List<Route> ofCall(PolicyConfig policy, Optional<PhoneType> type) {
        return routes(Channel.VOICE, policy, type, Optional.empty());
    }

    private static List<Route> routes(
            Channel first,
            PolicyConfig policy,
            Optional<PhoneType> type,
            Optional<String> mailbox) {
        Stream<Channel> further = policy.fallback().stream().flatMap(List::stream);
        return Stream.concat(Stream.of(first), further)
                .distinct()
                .flatMap(channel -> route(channel, policy, type, mailbox).stream())
                .limit(OtpApi.MOST_ROUTES)
                .toList();
    }

    private static Optional<Route> route(
            Channel channel,
            PolicyConfig policy,
            Optional<PhoneType> type,
            Optional<String> mailbox) {
        return switch (channel) {
            case VOICE -> Optional.of(Route.of(Channel.VOICE));
            case SMS -> isFixedLine(type) ? Optional.empty() : Optional.of(Route.of(Channel.SMS));
            case EMAIL ->
                    mailbox.filter(address -> !policy.strict())
                            .map(address -> new Route(Channel.EMAIL, address));
            case PUSH -> Optional.empty();
        };
    }

    /** What is certainly a fixed line cannot take a text message. */
    private static boolean isFixedLine(Optional<PhoneType> type) {
        return type.map(PhoneType::code).filter(FIXED_LINE::equals).isPresent();
    }
}
