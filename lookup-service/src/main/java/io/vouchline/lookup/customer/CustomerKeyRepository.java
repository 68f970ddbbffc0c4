package io.vouchline.lookup.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The blind indexes of customers. */
@ApplicationScoped
public class CustomerKeyRepository implements PanacheRepositoryBase<CustomerKey, CustomerKey.Key> {

    private static final String CUSTOMER =
            """
            select k.customerId from CustomerKey k
            where k.tenant = :tenant and k.kind = :kind and k.value = :value
            """;

    /** The customer that this key of a unique kind leads to. */
    public Uni<Optional<UUID>> customer(String tenant, String kind, UUID value) {
        return getSession()
                .chain(
                        session ->
                                session.createSelectionQuery(CUSTOMER, UUID.class)
                                        .setParameter("tenant", tenant)
                                        .setParameter("kind", kind)
                                        .setParameter("value", value)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Replaces all keys of a customer. */
    public Uni<Void> replace(Customer customer, List<CustomerKey> keys) {
        return delete("customerId", customer.id).chain(() -> persist(keys)).chain(this::flush);
    }
}
