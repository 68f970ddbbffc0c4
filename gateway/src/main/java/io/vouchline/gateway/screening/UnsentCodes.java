package io.vouchline.gateway.screening;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vouchline.contract.risk.RiskApi.Withdrawal;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Withdrawals;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Has risk-service told of codes that were not sent after all. Nobody waits for it: it runs in a
 * context of its own, which neither ends with the request nor changes anything of it.
 */
@Singleton
class UnsentCodes {

    private static final Logger LOGGER = Logger.getLogger(UnsentCodes.class);

    private final Withdrawals withdrawals;
    private final Vertx vertx;

    UnsentCodes(Withdrawals withdrawals, Vertx vertx) {
        this.withdrawals = withdrawals;
        this.vertx = vertx;
    }

    /** Returns at once. */
    void tell(Client client, Withdrawal withdrawal) {
        Context root = VertxContext.getRootContext(vertx.getOrCreateContext());
        VertxContext.createNewDuplicatedContext(root)
                .runOnContext(_ -> telling(client, withdrawal));
    }

    private void telling(Client client, Withdrawal withdrawal) {
        Cancellable _ =
                withdrawals
                        .tell(client, withdrawal)
                        .subscribe()
                        .with(
                                _ -> {},
                                // The call itself has said so where it matters.
                                failure ->
                                        LOGGER.debugf("an unsent code stays counted: %s", failure));
    }
}
