package io.vouchline.lookup.intake;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vouchline.lookup.account.AccountWriter;
import io.vouchline.lookup.customer.Customer;
import io.vouchline.lookup.customer.CustomerKey;
import io.vouchline.lookup.customer.CustomerKeyRepository;
import io.vouchline.lookup.customer.Profile;
import io.vouchline.lookup.intake.CustomerLine.AccountLine;
import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Replaces what is held about one customer by what a line says. */
@ApplicationScoped
class CustomerWriter implements PanacheRepositoryBase<Customer, UUID> {

    private final CustomerKeyRepository keys;
    private final AccountWriter accounts;
    private final BlindIndex index;
    private final SealedJson json;
    private final InstantSource clock = InstantSource.system();

    CustomerWriter(
            CustomerKeyRepository keys, AccountWriter accounts, BlindIndex index, SealedJson json) {
        this.keys = keys;
        this.accounts = accounts;
        this.index = index;
        this.json = json;
    }

    Uni<Void> replace(String tenant, CustomerLine line) {
        UUID durable = index.of(tenant, CustomerKey.ID, line.id());
        return keys.customer(tenant, CustomerKey.ID, durable)
                .chain(id -> id.isPresent() ? findById(id.get()) : create(tenant))
                .chain(customer -> write(Objects.requireNonNull(customer), durable, line));
    }

    private Uni<Customer> create(String tenant) {
        Customer customer = new Customer();
        customer.id = UUID.randomUUID();
        customer.tenant = tenant;
        return Uni.createFrom().item(customer);
    }

    private Uni<Void> write(Customer customer, UUID durable, CustomerLine line) {
        Profile before = customer.profile.length == 0 ? null : open(customer);
        Profile profile = Profiles.from(line, before, clock.instant());
        customer.profile = json.seal(profile, customer.tenant, customer.id);
        customer.updatedAt = clock.instant();
        return persistAndFlush(customer)
                .chain(() -> keys.replace(customer, keysOf(customer, durable, profile)))
                .chain(() -> hold(customer, line))
                .chain(this::forget);
    }

    /**
     * The next line may be of the same customer: it must read the rows, not this session's memory.
     */
    private Uni<Void> forget() {
        return getSession().invoke(session -> session.clear()).replaceWithVoid();
    }

    private Uni<Void> hold(Customer customer, CustomerLine line) {
        List<AccountLine> held = Objects.requireNonNullElse(line.accounts(), List.of());
        Instant now = clock.instant();
        return accounts.release(customer.id)
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(held)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                account ->
                                                        accounts.hold(
                                                                customer.tenant,
                                                                customer.id,
                                                                account.capacity(),
                                                                Profiles.details(account),
                                                                now))
                                        .collect()
                                        .asList())
                .replaceWithVoid();
    }

    private List<CustomerKey> keysOf(Customer customer, UUID durable, Profile profile) {
        Stream<UUID> phones =
                profile.phones().stream()
                        .map(phone -> phone.number().e164())
                        .map(number -> index.of(customer.tenant, CustomerKey.PHONE, number));
        Stream<UUID> mailboxes =
                profile.mailboxes().stream()
                        .map(box -> box.address().toLowerCase(Locale.ROOT))
                        .map(box -> index.of(customer.tenant, CustomerKey.MAILBOX, box));
        return Stream.of(
                        Stream.of(key(customer, CustomerKey.ID, durable)),
                        phones.distinct().map(v -> key(customer, CustomerKey.PHONE, v)),
                        mailboxes.distinct().map(v -> key(customer, CustomerKey.MAILBOX, v)))
                .flatMap(stream -> stream)
                .toList();
    }

    private static CustomerKey key(Customer customer, String kind, UUID value) {
        CustomerKey key = new CustomerKey();
        key.tenant = customer.tenant;
        key.kind = kind;
        key.value = value;
        key.customerId = customer.id;
        return key;
    }

    private Profile open(Customer customer) {
        return json.open(customer.profile, Profile.class, customer.tenant, customer.id);
    }
}
