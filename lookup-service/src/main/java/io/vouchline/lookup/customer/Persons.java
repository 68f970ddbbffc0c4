package io.vouchline.lookup.customer;

import io.vouchline.lookup.account.Account;
import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.Holding;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Opens rows: persons with what is held about them. */
@Singleton
class Persons {

    /** Somebody with more accounts than these answers some microseconds later than nobody. */
    private static final int LEAST_ACCOUNTS = 4;

    private final SealedJson json;
    private final Decoy decoy;

    Persons(SealedJson json, Decoy decoy) {
        this.json = json;
        this.decoy = decoy;
    }

    /** The persons of these rows; opens as much for nobody as for somebody. */
    List<Person> open(List<Customer> customers, List<Holding> holdings) {
        Map<UUID, AccountDetails> details = new HashMap<>();
        holdings.forEach(
                holding -> details.computeIfAbsent(holding.accountId, id -> open(holding)));
        decoy.open(Math.max(0, 1 - customers.size()), Math.max(0, LEAST_ACCOUNTS - details.size()));
        Map<UUID, List<HeldAccount>> accounts =
                holdings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        holding -> holding.customerId,
                                        Collectors.mapping(
                                                holding -> account(holding, details),
                                                Collectors.toList())));
        return customers.stream()
                .map(c -> person(c, accounts.getOrDefault(c.id, List.of())))
                .toList();
    }

    private Person person(Customer customer, List<HeldAccount> accounts) {
        Profile profile = json.open(customer.profile, Profile.class, customer.tenant, customer.id);
        return new Person(
                customer.id,
                profile.name(),
                profile.birthDate(),
                phones(profile, customer.keys),
                mailboxes(profile, customer.keys),
                profile.creditCards(),
                profile.lastCardTransaction(),
                accounts);
    }

    private static HeldAccount account(Holding holding, Map<UUID, AccountDetails> details) {
        return new HeldAccount(
                holding.accountId,
                holding.capacity,
                Objects.requireNonNull(details.get(holding.accountId)));
    }

    private AccountDetails open(Holding holding) {
        Account account = Objects.requireNonNull(holding.account);
        return json.open(account.details, AccountDetails.class, account.tenant, account.id);
    }

    private static List<Person.Phone> phones(Profile profile, List<CustomerKey> keys) {
        return IntStream.range(0, profile.phones().size())
                .mapToObj(
                        position -> {
                            Profile.Phone phone = profile.phones().get(position);
                            return new Person.Phone(
                                    phone.number(),
                                    phone.verified(),
                                    changedAt(keys, CustomerKey.PHONE, position));
                        })
                .toList();
    }

    private static List<Person.Mailbox> mailboxes(Profile profile, List<CustomerKey> keys) {
        return IntStream.range(0, profile.mailboxes().size())
                .mapToObj(
                        position -> {
                            Profile.Mailbox mailbox = profile.mailboxes().get(position);
                            return new Person.Mailbox(
                                    mailbox.address(),
                                    mailbox.verified(),
                                    changedAt(keys, CustomerKey.MAILBOX, position));
                        })
                .toList();
    }

    private static @Nullable Instant changedAt(List<CustomerKey> keys, String kind, int position) {
        for (CustomerKey key : keys) {
            if (key.position == position && key.kind.equals(kind)) {
                return key.changedAt;
            }
        }
        return null;
    }
}
