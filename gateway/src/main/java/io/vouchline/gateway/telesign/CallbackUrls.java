package io.vouchline.gateway.telesign;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.transaction.CallbackUrl;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the delivery reports of a transaction go: to the address that the request names, or else to
 * the client's own. A setting that is no such address stops the start.
 */
@Startup
@Singleton
final class CallbackUrls {

    private static final String INSECURE = "vouchline.callback.allow-insecure";

    private final boolean insecure;

    @Inject
    CallbackUrls(
            AccessConfig access,
            @ConfigProperty(name = INSECURE, defaultValue = "false") boolean insecure) {
        this(access, insecure, ConfigUtils.isProfileActive("prod"));
    }

    CallbackUrls(AccessConfig access, boolean insecure, boolean production) {
        if (production && insecure) {
            throw new IllegalStateException(
                    INSECURE
                            + "=true sends delivery reports in clear and to any port, which the prod profile refuses; remove it");
        }
        this.insecure = insecure;
        access.clients()
                .forEach((id, client) -> check(id, client.policy().callbackUrl().orElse(null)));
    }

    private void check(String id, @Nullable String url) {
        if (url != null && CallbackUrl.read(url, insecure).isEmpty()) {
            throw new IllegalStateException(
                    "vouchline.access.clients.%s.policy.callback-url is no address for delivery reports; name one that begins with https://, without port, user and fragment"
                            .formatted(id));
        }
    }

    /**
     * The address; null for nowhere.
     *
     * @param requested what the request names
     */
    @Nullable URI of(Client client, Optional<String> requested) {
        return requested
                .map(
                        text ->
                                CallbackUrl.read(text, insecure)
                                        .orElseThrow(() -> Parameter.wrong("CallbackUrl")))
                .or(
                        () ->
                                client.policy()
                                        .callbackUrl()
                                        .flatMap(text -> CallbackUrl.read(text, insecure)))
                .orElse(null);
    }
}
