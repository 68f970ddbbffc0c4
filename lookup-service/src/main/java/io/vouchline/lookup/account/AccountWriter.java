package io.vouchline.lookup.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Writes accounts and who holds them. */
@ApplicationScoped
public class AccountWriter implements PanacheRepositoryBase<Account, UUID> {

    private final HoldingRepository holdings;
    private final AccountIndex index;
    private final SealedJson json;

    AccountWriter(HoldingRepository holdings, AccountIndex index, SealedJson json) {
        this.holdings = holdings;
        this.index = index;
        this.json = json;
    }

    /** Ends all holdings of a customer; the accounts stay, others may hold them. */
    public Uni<Void> release(UUID customer) {
        return holdings.delete("customerId", customer).replaceWithVoid();
    }

    /**
     * Makes a customer hold an account. An owner's details replace those that are held; a person
     * with power of attorney brings none.
     */
    public Uni<Void> hold(
            String tenant, UUID customer, Capacity capacity, AccountDetails details, Instant now) {
        UUID numberIndex = index.of(tenant, details.number());
        return find(
                        "tenant = :tenant and numberIndex = :number",
                        Map.of("tenant", tenant, "number", numberIndex))
                .firstResult()
                .onItem()
                .ifNull()
                .continueWith(() -> create(tenant, numberIndex))
                .chain(account -> write(account, capacity, details, now))
                .chain(account -> holdings.persist(holding(customer, account, capacity)))
                .chain(holdings::flush);
    }

    private static Account create(String tenant, UUID numberIndex) {
        Account account = new Account();
        account.id = UUID.randomUUID();
        account.tenant = tenant;
        account.numberIndex = numberIndex;
        return account;
    }

    private Uni<Account> write(
            Account account, Capacity capacity, AccountDetails details, Instant now) {
        if (capacity == Capacity.SELF || account.details.length == 0) {
            account.details = json.seal(details, account.tenant, account.id);
            account.updatedAt = now;
        }
        return persist(account);
    }

    private static Holding holding(UUID customer, Account account, Capacity capacity) {
        Holding holding = new Holding();
        holding.customerId = customer;
        holding.accountId = account.id;
        holding.capacity = capacity;
        return holding;
    }
}
