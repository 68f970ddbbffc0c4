package io.vouchline.lookup.customer;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.account.Account;
import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.account.AccountIndex;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.Holding;
import io.vouchline.lookup.account.HoldingRepository;
import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Our own store: two statements for each question, however many accounts there are. */
@ApplicationScoped
class PostgresCustomerSource implements CustomerSource, PanacheRepositoryBase<Customer, UUID> {

    private static final String BY_KEY =
            """
            from Customer c where c.id in (
              select k.customerId from CustomerKey k
              where k.tenant = :tenant and k.kind = :kind and k.value = :value)
            order by c.id
            """;
    private static final String BY_ACCOUNT =
            """
            from Customer c where c.id in (
              select h.customerId from Holding h
              where h.account.tenant = :tenant and h.account.numberIndex = :value
              and h.capacity = io.vouchline.lookup.account.Capacity.SELF)
            order by c.id
            """;

    private final HoldingRepository holdings;
    private final BlindIndex index;
    private final AccountIndex accountIndex;
    private final SealedJson json;

    PostgresCustomerSource(
            HoldingRepository holdings,
            BlindIndex index,
            AccountIndex accountIndex,
            SealedJson json) {
        this.holdings = holdings;
        this.index = index;
        this.accountIndex = accountIndex;
        this.json = json;
    }

    @Override
    @WithSession
    public Uni<List<Person>> byNumber(String tenant, PhoneNumber number) {
        UUID value = index.of(tenant, CustomerKey.PHONE, number.e164());
        return find(BY_KEY, Map.of("tenant", tenant, "kind", CustomerKey.PHONE, "value", value))
                .list()
                .chain(this::persons);
    }

    @Override
    @WithSession
    public Uni<List<Person>> byAccount(String tenant, AccountNumber number) {
        UUID value = accountIndex.of(tenant, number);
        return find(BY_ACCOUNT, Map.of("tenant", tenant, "value", value))
                .list()
                .chain(this::persons);
    }

    /**
     * The second statement runs for nobody too, so that known and unknown callers cost the same.
     */
    private Uni<List<Person>> persons(List<Customer> customers) {
        return holdings.of(customers.stream().map(customer -> customer.id).toList())
                .map(held -> persons(customers, held));
    }

    private List<Person> persons(List<Customer> customers, List<Holding> held) {
        Map<UUID, List<HeldAccount>> accounts =
                held.stream()
                        .collect(
                                Collectors.groupingBy(
                                        holding -> holding.customerId,
                                        Collectors.mapping(this::open, Collectors.toList())));
        return customers.stream()
                .map(c -> new Person(c.id, open(c), accounts.getOrDefault(c.id, List.of())))
                .toList();
    }

    private Profile open(Customer customer) {
        return json.open(customer.profile, Profile.class, customer.tenant, customer.id);
    }

    private HeldAccount open(Holding holding) {
        Account account = Objects.requireNonNull(holding.account);
        AccountDetails details =
                json.open(account.details, AccountDetails.class, account.tenant, account.id);
        return new HeldAccount(account.id, holding.capacity, details);
    }
}
