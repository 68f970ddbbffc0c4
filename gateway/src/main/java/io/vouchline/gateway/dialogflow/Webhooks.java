package io.vouchline.gateway.dialogflow;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All webhooks by their names. */
@Singleton
class Webhooks {

    private final Map<String, Webhook> byName = new LinkedHashMap<>();

    Webhooks(@All List<Webhook> webhooks) {
        webhooks.forEach(webhook -> byName.put(webhook.name(), webhook));
    }

    Optional<Webhook> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The webhook that a path ends with. */
    Optional<Webhook> ofPath(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return named(trimmed.substring(trimmed.lastIndexOf('/') + 1));
    }
}
