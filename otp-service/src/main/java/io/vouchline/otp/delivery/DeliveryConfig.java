package io.vouchline.otp.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How codes go out. */
@ConfigMapping(prefix = "vouchline.delivery")
public interface DeliveryConfig {

    /**
     * The Twilio-compatible carrier of text messages and calls; its address is a REST client's. Not
     * needed where both go through the webhook: notices by text message are refused then.
     */
    Optional<Carrier> carrier();

    /** The subject of e-mails; where it is not set, that of the message's language. */
    Optional<String> mailSubject();

    /**
     * The gateway's public address, as the carrier reaches it. Without it the carrier's reports do
     * not come in, and calls speak the code at once.
     */
    Optional<URI> callbackUrl();

    /** Whether a call asks for a key before it tells the code, so that no voicemail hears it. */
    @WithDefault("true")
    boolean voiceGuard();

    /** The institution's own sender of messages, and the door of its app. */
    Webhook webhook();

    /** How often the queues are looked through for what another replica left behind. */
    @WithDefault("1s")
    Duration sweep();

    /** After what time without an end a message counts as left behind by a dead replica. */
    @WithDefault("60s")
    Duration abandoned();

    /** An account with the carrier. */
    interface Carrier {

        /** The account's identifier. */
        @Pattern(regexp = "[A-Za-z0-9-]{1,64}")
        String accountSid();

        /**
         * A file that holds the account's secret token; during a rotation two, one a line: the
         * first is shown to the carrier, what either signed is taken.
         */
        Path authTokenFile();

        /** The number that messages and calls come from, in E.164 form. */
        @Pattern(regexp = "\\+[1-9][0-9]{3,14}")
        String from();
    }

    /** A receiver of Standard Webhooks. */
    interface Webhook {

        /** Its address. */
        Optional<URI> url();

        /**
         * A file with the secret ({@code whsec_<base64>}) that messages to it are signed with;
         * during a rotation two, one a line: both sign.
         */
        Optional<Path> secretFile();

        /** What it sends instead of carrier and mail server: SMS, VOICE, EMAIL. */
        Optional<Set<Channel>> channels();
    }
}
