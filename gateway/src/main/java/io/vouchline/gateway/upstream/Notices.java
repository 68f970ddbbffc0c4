package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.NoticeApi.NoticeRequest;
import io.vouchline.contract.otp.NoticeApi.Sent;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.gateway.access.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells a customer of a change. Made outside of requests, by {@link Background}. */
@ApplicationScoped
public class Notices {

    private final NoticeClient client;
    private final Background background;
    private final Duration timeout;

    Notices(@RestClient NoticeClient client, Background background, UpstreamConfig config) {
        this.client = client;
        this.background = background;
        this.timeout = config.notices().timeout();
    }

    /** Sends a notice: SENT, FAILED or UNKNOWN. Fails if it has not gone out as far as is known. */
    public Uni<DeliveryState> send(Client caller, NoticeRequest request) {
        return send(caller, request, timeout);
    }

    /** The same, for somebody who waits no longer than this. */
    public Uni<DeliveryState> send(Client caller, NoticeRequest request, Duration patience) {
        return background.call(caller, patience, () -> client.send(request)).map(Sent::state);
    }
}
