package io.vouchline.otp.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;

/** How codes go out. */
@ConfigMapping(prefix = "vouchline.delivery")
public interface DeliveryConfig {

    /** The Twilio-compatible carrier of text messages and calls; its address is a REST client's. */
    Carrier carrier();

    /** The subject of e-mails. */
    @WithDefault("Your verification code")
    String mailSubject();

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

        /** A file that holds the account's secret token. */
        Path authTokenFile();

        /** The number that messages and calls come from, in E.164 form. */
        @Pattern(regexp = "\\+[1-9][0-9]{3,14}")
        String from();
    }
}
