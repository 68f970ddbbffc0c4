package io.vouchline.gateway.access;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Demands client certificates by a setting of the run: the server's own setting for it is fixed
 * when the gateway is built.
 */
@Singleton
final class ClientCertificates implements HttpServerOptionsCustomizer {

    private static final String SETTING = "vouchline.access.client-certificate-required=true";
    private static final String PLAIN = "quarkus.http.insecure-requests";

    private final boolean required;
    private final String plain;

    ClientCertificates(AccessConfig config, Config settings) {
        this.required = config.clientCertificateRequired();
        this.plain = settings.getOptionalValue(PLAIN, String.class).orElse("enabled");
    }

    /** A door without TLS beside the one with certificates would be open to all. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        if (required && !plain.equals("disabled")) {
            throw new IllegalStateException(
                    "%s: set %s to disabled (it is %s), or requests without TLS come in without a certificate"
                            .formatted(SETTING, PLAIN, plain));
        }
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (required && options.getTrustOptions() == null) {
            throw new IllegalStateException(
                    SETTING
                            + ": no certificate could be trusted; name a trust store in the TLS configuration of quarkus.http.tls-configuration-name");
        }
        if (required) {
            HttpServerOptions _ = options.setClientAuth(ClientAuth.REQUIRED);
        }
    }
}
