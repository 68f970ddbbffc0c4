package io.vouchline.otp.delivery;

import io.quarkus.arc.All;
import io.vouchline.contract.otp.OtpApi.Channel;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which way each kind of message goes: ours, or the institution's own sender's. */
@Singleton
class Channels {

    private static final String THROUGH_WEBHOOK = "vouchline.delivery.webhook.channels";

    private final Map<Channel, DeliveryChannel> byKind = new EnumMap<>(Channel.class);
    private final Set<Channel> repeatable = EnumSet.noneOf(Channel.class);

    Channels(
            @All List<DeliveryChannel> ours,
            WebhookSender webhook,
            Carrier carrier,
            DeliveryConfig config) {
        Set<Channel> theirs = config.webhook().channels().orElse(Set.of());
        demand(theirs, webhook.isConfigured(), carrier.isConfigured());
        ours.forEach(this::put);
        theirs.forEach(channel -> put(new WebhookChannel(channel, webhook)));
        byKind.values().stream()
                .filter(DeliveryChannel::removesDoubles)
                .map(DeliveryChannel::channel)
                .forEach(repeatable::add);
    }

    private void put(DeliveryChannel channel) {
        byKind.put(channel.channel(), channel);
    }

    static void demand(Set<Channel> theirs, boolean hasWebhook, boolean hasCarrier) {
        if (theirs.contains(Channel.PUSH)) {
            throw new IllegalStateException(
                    THROUGH_WEBHOOK + " names PUSH, which always goes through it; leave it out");
        }
        if (!theirs.isEmpty() && !hasWebhook) {
            throw new IllegalStateException(
                    THROUGH_WEBHOOK + " is set without vouchline.delivery.webhook.url; set that");
        }
        if (!hasCarrier && !theirs.containsAll(Set.of(Channel.SMS, Channel.VOICE))) {
            throw new IllegalStateException(
                    "vouchline.delivery.carrier.account-sid is not set; set the carrier's account, or let %s name SMS and VOICE"
                            .formatted(THROUGH_WEBHOOK));
        }
    }

    /** The way of this kind of message. */
    DeliveryChannel of(Channel kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    /** The kinds whose receivers know a message again. */
    Set<Channel> repeatable() {
        return repeatable;
    }
}
