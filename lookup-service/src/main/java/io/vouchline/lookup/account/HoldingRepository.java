package io.vouchline.lookup.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who holds what. */
@ApplicationScoped
public class HoldingRepository implements PanacheRepositoryBase<Holding, Holding.Key> {

    private static final String OF =
            """
            from Holding h join fetch h.account
            where h.customerId in (:customers) order by h.accountId
            """;

    /** The holdings of these customers with their accounts: one statement, also for nobody. */
    public Uni<List<Holding>> of(Collection<UUID> customers) {
        return find(OF, Map.of("customers", customers)).list();
    }
}
