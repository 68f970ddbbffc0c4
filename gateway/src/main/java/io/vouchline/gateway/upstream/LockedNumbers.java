package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.AttemptApi.Cleared;
import io.vouchline.contract.otp.AttemptApi.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Numbers that are locked after too many failures, for an operator to free. Down: 503. */
@ApplicationScoped
public class LockedNumbers {

    private final ClearingClient client;
    private final Upstream upstream;

    LockedNumbers(@RestClient ClearingClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("otp-service (clearing)", config.otp());
    }

    /** Forgets a number's failures and lock: whether there were any. Safe to repeat. */
    public Uni<Boolean> clear(PhoneNumber number) {
        return upstream.call(() -> client.clear(new Owner(number))).map(Cleared::changed);
    }
}
