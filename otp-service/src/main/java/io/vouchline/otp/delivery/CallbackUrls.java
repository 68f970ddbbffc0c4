package io.vouchline.otp.delivery;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Where the carrier reports to: the gateway's public address, if there is one. */
@Singleton
final class CallbackUrls {

    private static final Logger LOGGER = Logger.getLogger(CallbackUrls.class);
    private static final String SETTING = "vouchline.delivery.callback-url";

    private final Optional<String> root;
    private final boolean guarded;

    @Inject
    CallbackUrls(DeliveryConfig config) {
        this(config, ConfigUtils.isProfileActive("prod"));
    }

    CallbackUrls(DeliveryConfig config, boolean isProduction) {
        this.root = config.callbackUrl().map(url -> root(url, isProduction));
        this.guarded = root.isPresent() && config.voiceGuard();
        boolean calls = !config.webhook().channels().orElse(Set.of()).contains(Channel.VOICE);
        if (calls && config.voiceGuard() && root.isEmpty()) {
            if (isProduction) {
                throw new IllegalStateException(
                        SETTING
                                + " is not set: no key of a callee can come back, and a voicemail would hear the code; set it to the gateway's public address, or vouchline.delivery.voice-guard=false to have calls tell the code at once");
            }
            LOGGER.warnf(
                    "%s is not set: calls speak the code at once, also to a voicemail, and the carrier's reports do not come in",
                    SETTING);
        }
    }

    private static String root(URI url, boolean isProduction) {
        PublicUrl.demand(SETTING, url, isProduction);
        return url.toString().replaceAll("/+$", "") + "/carrier/twilio/";
    }

    /** Where the progress of a message is reported. */
    Optional<String> status(MessageId message) {
        return root.map(url -> url + "status/" + message);
    }

    /** Where the keys that a callee presses are posted. */
    Optional<String> key(MessageId message) {
        return root.map(url -> url + "key/" + message);
    }

    /** Whether a call asks for a key before it tells the code. */
    boolean guarded() {
        return guarded;
    }
}
