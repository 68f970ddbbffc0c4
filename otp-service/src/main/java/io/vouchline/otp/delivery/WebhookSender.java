package io.vouchline.otp.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vouchline.otp.delivery.DeliveryChannel.RefusedException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Hands messages to the institution's own receiver, signed, if there is one. It knows a message
 * again by its id, which is {@link MessageId}'s text however often it is sent.
 */
@Singleton
class WebhookSender {

    private static final String URL = "vouchline.delivery.webhook.url";
    private static final String SECRET = "vouchline.delivery.webhook.secret-file";

    private final InstantSource clock = InstantSource.system();
    private final WebhookClient client;
    private final Optional<StandardWebhooks> signatures;

    WebhookSender(@RestClient WebhookClient client, DeliveryConfig config) {
        this.client = client;
        this.signatures =
                config.webhook().url().map(url -> signatures(url, config.webhook().secretFile()));
    }

    private static StandardWebhooks signatures(URI url, Optional<Path> secretFile) {
        PublicUrl.demand(URL, url, ConfigUtils.isProfileActive("prod"));
        return StandardWebhooks.read(
                SECRET,
                secretFile.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "%s is set without %s; mount a secret that both ends know"
                                                .formatted(URL, SECRET))));
    }

    /** Whether there is a receiver. */
    boolean isConfigured() {
        return signatures.isPresent();
    }

    /** Sends an event of this type; fails as {@link DeliveryChannel} says. */
    Uni<Void> send(MessageId id, String type, ObjectNode data) {
        if (signatures.isEmpty()) {
            return Uni.createFrom().failure(new RefusedException("there is no receiver"));
        }
        StandardWebhooks by = signatures.get();
        String body = body(type, data);
        // Each try has its own time and signature.
        return Uni.createFrom()
                .deferred(() -> send(by, id.toString(), body))
                .onFailure()
                .transform(failure -> Unreachable.meaning(failure, "the receiver"));
    }

    private Uni<Void> send(StandardWebhooks by, String id, String body) {
        Instant now = clock.instant();
        return client.send(id, now.getEpochSecond(), by.sign(id, now, body), body);
    }

    private String body(String type, ObjectNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", type);
        event.put("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        event.set("data", data);
        return event.toString();
    }
}
