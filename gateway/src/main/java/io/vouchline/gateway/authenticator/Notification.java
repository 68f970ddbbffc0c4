package io.vouchline.gateway.authenticator;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.NoticeApi.NoticeKind;
import io.vouchline.contract.otp.NoticeApi.NoticeRequest;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.upstream.Lookup;
import io.vouchline.gateway.upstream.Notices;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells a customer that an authenticator was bound or removed (NIST SP 800-63B section 4.6), at
 * every registered contact, within the time that the request has left. What was done is not undone
 * if that fails; it is logged, counted and answered.
 */
@Singleton
class Notification {

    private static final Logger LOGGER = Logger.getLogger(Notification.class);
    private static final String COUNTER = "vouchline.authenticator.notices";

    /** A contact that was changed a moment ago is told as well. */
    private static final Duration NO_HOLD = Duration.ZERO;

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Lookup lookup;
    private final Notices notices;
    private final CurrentRequest current;
    private final MeterRegistry metrics;

    Notification(Lookup lookup, Notices notices, CurrentRequest current, MeterRegistry metrics) {
        this.lookup = lookup;
        this.notices = notices;
        this.current = current;
        this.metrics = metrics;
    }

    /** Whether the customer was told at every contact, of which there must be one; never fails. */
    Uni<Boolean> tell(PhoneNumber number, NoticeKind kind) {
        Client client = current.client();
        return current.within(lookup.channels(number, NO_HOLD))
                .map(registered -> requests(number, kind, registered))
                .chain(requests -> sendAll(client, requests))
                .onFailure()
                .recoverWithItem(false)
                .invoke(told -> record(client, kind, told));
    }

    /** Says that something may have been done of which nobody was told. */
    void isUncertain(NoticeKind kind) {
        record(current.client(), kind, false);
    }

    private static List<NoticeRequest> requests(
            PhoneNumber number, NoticeKind kind, RegisteredChannels registered) {
        List<NoticeRequest> requests = new ArrayList<>();
        if (registered.phone() == Standing.OPEN) {
            requests.add(new NoticeRequest(kind, number, null));
        }
        if (registered.mailbox() == Standing.OPEN && registered.email() != null) {
            requests.add(new NoticeRequest(kind, null, registered.email()));
        }
        return requests;
    }

    private Uni<Boolean> sendAll(Client client, List<NoticeRequest> requests) {
        if (requests.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        Duration left = current.remaining();
        Duration patience = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
        return Uni.join()
                .all(requests.stream().map(one -> sent(client, one, patience)).toList())
                .andCollectFailures()
                .map(sent -> sent.stream().allMatch(Boolean::booleanValue));
    }

    /** One contact's failure must not keep the other from being told. */
    private Uni<Boolean> sent(Client client, NoticeRequest request, Duration patience) {
        return notices.send(client, request, patience)
                .map(state -> state == DeliveryState.SENT)
                .onFailure()
                .recoverWithItem(false);
    }

    private void record(Client client, NoticeKind kind, boolean told) {
        metrics.counter(COUNTER, "kind", kind.name(), "told", Boolean.toString(told)).increment();
        if (!told) {
            LOGGER.warnf(
                    "a customer of %s may not know of %s: not every registered contact was told",
                    client.tenant(), kind);
        }
    }
}
