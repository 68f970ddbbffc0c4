package io.vouchline.local.carrier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that arrived.
 *
 * @param to a phone number or mailbox
 * @param text what the person reads or hears
 * @param code the digits of the code in the text, null if there is none
 */
public record OutboxMessage(
        String to, Channel channel, String text, @Nullable String code, Instant at) {

    static OutboxMessage of(String to, Channel channel, String text, Instant at) {
        return new OutboxMessage(to, channel, text, Codes.in(text, channel).orElse(null), at);
    }
}
