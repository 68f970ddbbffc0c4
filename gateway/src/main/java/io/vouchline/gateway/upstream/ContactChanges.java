package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.ContactChangeApi.Claim;
import io.vouchline.contract.lookup.ContactChangeApi.ContactChange;
import io.vouchline.contract.lookup.ContactChangeApi.Settlement;
import io.vouchline.gateway.access.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Who is still to be told of a changed contact? Asked outside of requests, by {@link Background}.
 */
@ApplicationScoped
public class ContactChanges {

    private final ContactChangeClient client;
    private final Background background;
    private final Duration timeout;

    ContactChanges(
            @RestClient ContactChangeClient client, Background background, UpstreamConfig config) {
        this.client = client;
        this.background = background;
        this.timeout = config.contactChanges().timeout();
    }

    /**
     * Takes changes of the client's tenant.
     *
     * @param most at most so many, 1 to 100
     * @param lease for so long nobody else gets them, 10 s to 10 min
     */
    public Uni<List<ContactChange>> claim(Client caller, int most, Duration lease) {
        Claim claim = new Claim(most, Math.toIntExact(lease.toSeconds()));
        return background.call(caller, timeout, () -> client.claim(claim));
    }

    /** Ends a change that has been told. */
    public Uni<Void> settle(Client caller, UUID change) {
        Settlement settlement = new Settlement(List.of(change));
        return background.call(caller, timeout, () -> client.settle(settlement));
    }
}
