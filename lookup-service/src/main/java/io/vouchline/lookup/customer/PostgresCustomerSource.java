package io.vouchline.lookup.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.account.Holding;
import io.vouchline.lookup.account.HoldingRepository;
import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.BlindIndex.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Our own store: two statements for each question, however many accounts there are, and for nobody
 * too. Of persons with one phone or account a hundred are read: a number that stands for more, such
 * as a branch's own, tells of nobody anyway.
 */
@ApplicationScoped
class PostgresCustomerSource implements CustomerSource, PanacheRepositoryBase<Customer, UUID> {

    private static final String BY_PHONE =
            """
            from Customer c left join fetch c.keys where c.id in (
              select k.customerId from CustomerKey k
              where k.tenant = :tenant and k.kind = :kind and k.value = :value
              order by k.customerId limit 100)
            order by c.id
            """;
    private static final String BY_ACCOUNT =
            """
            from Customer c left join fetch c.keys where c.tenant = :tenant and c.id in (
              select h.customerId from Holding h
              where h.accountId = :account and h.capacity = io.vouchline.lookup.account.Capacity.SELF
              order by h.customerId limit 100)
            order by c.id
            """;
    private static final String BY_ID =
            "from Customer c left join fetch c.keys where c.tenant = :tenant and c.id = :id";

    private final HoldingRepository holdings;
    private final BlindIndex index;
    private final Persons persons;

    PostgresCustomerSource(HoldingRepository holdings, BlindIndex index, Persons persons) {
        this.holdings = holdings;
        this.index = index;
        this.persons = persons;
    }

    @Override
    @WithSession
    public Uni<List<Person>> byNumber(String tenant, PhoneNumber number) {
        UUID value = index.of(tenant, Kind.PHONE, number.e164());
        return persons(
                BY_PHONE, Map.of("tenant", tenant, "kind", CustomerKey.PHONE, "value", value));
    }

    @Override
    @WithSession
    public Uni<List<Person>> byAccount(String tenant, AccountNumber number) {
        UUID account = index.of(tenant, Kind.ACCOUNT, number.value());
        return persons(BY_ACCOUNT, Map.of("tenant", tenant, "account", account));
    }

    @Override
    @WithSession
    public Uni<List<Person>> byId(String tenant, String id) {
        UUID row = index.of(tenant, Kind.CUSTOMER, id);
        return persons(BY_ID, Map.of("tenant", tenant, "id", row));
    }

    private Uni<List<Person>> persons(String query, Map<String, Object> parameters) {
        return find(query, parameters)
                .list()
                .chain(found -> holdings(found).map(held -> persons.open(found, held)));
    }

    /** Asked for nobody too. */
    private Uni<List<Holding>> holdings(List<Customer> found) {
        return holdings.of(found.stream().map(customer -> customer.id).toList());
    }
}
