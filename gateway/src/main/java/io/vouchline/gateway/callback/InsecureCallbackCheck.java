package io.vouchline.gateway.callback;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** In production no report goes to an address of this machine, or in clear. */
@Startup
@Singleton
final class InsecureCallbackCheck {

    @Inject
    InsecureCallbackCheck(CallbackConfig config) {
        check(config, ConfigUtils.isProfileActive("prod"));
    }

    static void check(CallbackConfig config, boolean production) {
        if (production && config.allowInsecure()) {
            throw new IllegalStateException(
                    "vouchline.callback.allow-insecure=true, which the prod profile refuses; remove it");
        }
    }
}
