package io.vouchline.otp.delivery;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Wording;
import java.util.Arrays;
import java.util.List;

/** Messages for tests. */
final class Messages {

    static final String CODE = "1234567890";

    private Messages() {}

    /** A message with a code of ten digits by these channels, one after the other. */
    static Message of(Wording wording, Channel... channels) {
        List<Destination> ways =
                Arrays.stream(channels).map(channel -> new Destination(channel, "to")).toList();
        return new Message(
                ways.getFirst(),
                PhoneNumber.ofE164("+16502530000"),
                CODE,
                wording,
                ways.subList(1, ways.size()));
    }

    static Wording standard(String language) {
        return new Wording(null, language, null);
    }

    static Wording template(String template) {
        return new Wording(template, "en", null);
    }
}
