package io.vouchline.gateway.dialogflow;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All webhooks by their names. */
@Singleton
class Webhooks {

    /**
     * The full name of a webhook, as agents and their exports have it: what the components of
     * Google share with each other has different first parts, and the same second one.
     */
    private static final Pattern FULL_NAME =
            Pattern.compile("(?:prebuilt_components_[a-z0-9_]{1,64}|vouchline):(?<name>[^:]*)");

    private final Map<String, Webhook> byName = new LinkedHashMap<>();

    Webhooks(@All List<Webhook> webhooks) {
        webhooks.forEach(webhook -> byName.put(webhook.name(), webhook));
    }

    /** The webhook of a bare or full name. */
    Optional<Webhook> named(String name) {
        Matcher full = FULL_NAME.matcher(name);
        return Optional.ofNullable(byName.get(full.matches() ? full.group("name") : name));
    }

    /** The webhook that a path ends with. */
    Optional<Webhook> ofPath(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return named(trimmed.substring(trimmed.lastIndexOf('/') + 1));
    }
}
