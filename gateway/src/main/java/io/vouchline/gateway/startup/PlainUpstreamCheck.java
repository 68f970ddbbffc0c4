package io.vouchline.gateway.startup;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Tokens and codes travel to the services: in production never in clear by mistake. */
@Startup
@Singleton
final class PlainUpstreamCheck {

    private static final List<String> SETTINGS =
            List.of(
                    "quarkus.rest-client.lookup.url",
                    "quarkus.rest-client.otp.url",
                    "quarkus.rest-client.notices.url",
                    "quarkus.rest-client.risk.url");

    @Inject
    PlainUpstreamCheck(Config settings, StartupConfig config) {
        if (ConfigUtils.isProfileActive("prod") && !config.allowPlainUpstreams()) {
            SETTINGS.forEach(name -> check(name, settings.getValue(name, String.class)));
        }
    }

    static void check(String setting, String url) {
        if (!url.startsWith("https:")) {
            throw new IllegalStateException(
                    "%s=%s is not https:, which the prod profile refuses; use TLS, or set vouchline.startup.allow-plain-upstreams to true where the network itself encrypts"
                            .formatted(setting, url));
        }
    }
}
