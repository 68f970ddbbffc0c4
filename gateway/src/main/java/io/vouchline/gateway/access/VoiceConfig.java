package io.vouchline.gateway.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How voice platforms reach this gateway. */
@ConfigMapping(prefix = "vouchline.voice")
public interface VoiceConfig {

    /**
     * The gateway's address as voice platforms have it, such as {@code https://voice.bank.example}:
     * scheme, host and, if it is not 443, port. Twilio signs the address that it calls, so it must
     * be known whatever proxies stand in between. Needed where a client has a Twilio account.
     */
    Optional<String> publicUrl();
}
