package io.vouchline.otp.delivery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.otp.OtpApi.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits to be sent; in Redis it is sealed.
 *
 * @param to a number in E.164 form, or a mailbox
 * @param template the text with {@code $$CODE$$}; null for the standard text
 * @param language a BCP 47 tag
 */
@RegisterForReflection
public record Message(
        Channel channel, String to, String code, @Nullable String template, String language) {

    @Override
    public String toString() {
        return "Message[" + channel + "]";
    }
}
