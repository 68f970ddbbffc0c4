package io.vouchline.gateway.dialogflow;

import io.vouchline.contract.key.Digest;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import java.util.Optional;

/**
 * A turn that Dialogflow repeats because our answer was late must not send a second code: within 15
 * s, the same webhook for the same number and channel sends one message. Where the conversation is
 * known, that holds for it alone: of two conversations about one number at once, each has a code
 * sent, and the newer one voids the older. A flexible webhook names no conversation.
 */
final class SameTurn {

    private static final int SECONDS = 15;

    private SameTurn() {}

    /**
     * What is the same for every repetition of a turn.
     *
     * @param session the conversation; empty where it is not known
     */
    static Idempotency of(String webhook, Channel channel, Optional<String> session) {
        String key = "dialogflow " + channel;
        // Names of conversations are as long as agents make them.
        return new Idempotency(
                session.map(name -> key + " " + webhook + " " + Digest.hex(name)).orElse(key),
                SECONDS);
    }
}
