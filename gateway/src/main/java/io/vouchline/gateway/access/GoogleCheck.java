package io.vouchline.gateway.access;

import io.vouchline.gateway.access.AccessConfig.GoogleConfig;
import java.util.List;

/** What must hold for Google's tokens; a mistake stops the start with setting and remedy. */
final class GoogleCheck {

    private static final String PREFIX = "vouchline.access.google.";

    private GoogleCheck() {}

    /**
     * Checks the settings where they matter.
     *
     * @param used whether some client names service agents
     * @param production whether keys in clear are refused
     */
    static void check(GoogleConfig config, boolean used, boolean production) {
        if (!used) {
            return;
        }
        if (config.checkAudience() && config.audiences().orElse(List.of()).isEmpty()) {
            throw new IllegalStateException(
                    PREFIX
                            + "audiences=(unset): name the webhooks' addresses, or set "
                            + PREFIX
                            + "check-audience to false if tokens for anybody may be taken");
        }
        if (config.jwksFile().isEmpty()
                && !config.jwksUrl().startsWith(production ? "https:" : "http")) {
            throw new IllegalStateException(
                    "%sjwks-url=%s: name the https: address of the keys"
                            .formatted(PREFIX, config.jwksUrl()));
        }
    }
}
