package io.vouchline.local.carrier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that arrived.
 *
 * @param to a phone number or mailbox
 * @param text what the person reads or hears
 * @param code the digits of the code in the text, null if there is none
 * @param reference what an approval is asked for under, null for other messages
 */
public record OutboxMessage(
        String to,
        Channel channel,
        String text,
        @Nullable String code,
        Instant at,
        @Nullable String reference) {

    /** A message that asks for no approval. */
    public OutboxMessage(
            String to, Channel channel, String text, @Nullable String code, Instant at) {
        this(to, channel, text, code, at, null);
    }

    static OutboxMessage of(String to, Channel channel, String text, Instant at) {
        return new OutboxMessage(to, channel, text, Codes.in(text, channel).orElse(null), at);
    }
}
