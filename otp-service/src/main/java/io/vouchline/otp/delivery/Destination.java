package io.vouchline.otp.delivery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.otp.OtpApi.Channel;

/**
 * A channel and where it leads.
 *
 * @param to a number in E.164 form, or a mailbox
 */
@RegisterForReflection
public record Destination(Channel channel, String to) {

    @Override
    public String toString() {
        return channel.name();
    }
}
