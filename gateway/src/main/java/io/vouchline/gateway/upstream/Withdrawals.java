package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.risk.RiskApi.Withdrawal;
import io.vouchline.gateway.access.AccessFilter;
import io.vouchline.gateway.access.Client;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Tells risk-service that a code for which it assessed a number was not sent after all. Made
 * outside of requests, by {@link Background}, and with a breaker of its own: no caller waits for
 * it, and nothing that fails here keeps a number from being assessed.
 */
@ApplicationScoped
public class Withdrawals {

    private final RiskClient client;
    private final Background background;
    private final Upstream upstream;

    Withdrawals(@RestClient RiskClient client, Background background, UpstreamConfig config) {
        this.client = client;
        this.background = background;
        this.upstream = new Upstream("risk-service (withdrawals)", config.risk());
    }

    /**
     * Withdraws a request that was assessed for this client. Safe to repeat. A failure has been
     * logged. To be called where no request is under way: one that is would be given another end.
     */
    @ActivateRequestContext
    public Uni<Void> tell(Client caller, Withdrawal withdrawal) {
        return background
                .call(
                        caller,
                        AccessFilter.BUDGET,
                        () -> upstream.call(() -> client.withdraw(withdrawal)))
                .replaceWithVoid();
    }
}
