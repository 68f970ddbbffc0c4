package io.vouchline.lookup.caller;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.lookup.LookupApi.Customer;
import io.vouchline.contract.lookup.LookupApi.CustomerMatch;
import io.vouchline.contract.lookup.LookupApi.Outcome;
import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.lookup.customer.CustomerSource;
import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.customer.Profile.Mailbox;
import io.vouchline.lookup.customer.Profile.Phone;
import io.vouchline.lookup.vault.SealException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who is behind a number or an account. */
@ApplicationScoped
class Callers {

    private static final Logger LOGGER = Logger.getLogger(Callers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final CustomerSource source;
    private final CurrentDeadline deadline;

    Callers(CustomerSource source, CurrentDeadline deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    Uni<List<Person>> behind(String tenant, PhoneNumber number) {
        return told(source.byNumber(tenant, number));
    }

    Uni<CustomerMatch> match(String tenant, PhoneNumber number) {
        return behind(tenant, number).map(persons -> match(persons, number, null));
    }

    Uni<CustomerMatch> match(String tenant, AccountNumber account) {
        return told(source.byAccount(tenant, account))
                .map(persons -> match(persons, null, account));
    }

    /** A code may go to a phone or mailbox only if the institution has validated it. */
    static RegisteredChannels channels(List<Person> persons, PhoneNumber number) {
        boolean phone =
                persons.stream()
                        .flatMap(person -> person.profile().phones().stream())
                        .anyMatch(held -> held.verified() && held.number().equals(number));
        return new RegisteredChannels(phone, mailbox(persons, true));
    }

    /** The mailbox that all persons have first, if it is the same one for all; else null. */
    static @Nullable String email(List<Person> persons) {
        return mailbox(persons, false);
    }

    private static @Nullable String mailbox(List<Person> persons, boolean onlyVerified) {
        List<Optional<String>> first =
                persons.stream()
                        .map(
                                person ->
                                        person.profile().mailboxes().stream()
                                                .filter(box -> box.verified() || !onlyVerified)
                                                .map(Mailbox::address)
                                                .findFirst())
                        .distinct()
                        .toList();
        return first.size() == 1 ? first.getFirst().orElse(null) : null;
    }

    /**
     * Whatever keeps the source from answering is told as "not available": never as "not found".
     */
    private <T> Uni<T> told(Uni<T> answer) {
        return answer.ifNoItem()
                .after(deadline.remaining().plusMillis(1))
                .fail()
                .onFailure(failure -> !(failure instanceof SealException))
                .invoke(failure -> LOGGER.errorf("the customer source failed: %s", failure))
                .onFailure(failure -> !(failure instanceof SealException))
                .transform(
                        failure ->
                                ProblemType.UNAVAILABLE
                                        .because("The customer store does not answer.")
                                        .retryAfter(RETRY_AFTER)
                                        .exception());
    }

    private static CustomerMatch match(
            List<Person> persons, @Nullable PhoneNumber number, @Nullable AccountNumber account) {
        return switch (persons.size()) {
            case 0 -> new CustomerMatch(Outcome.NONE, null);
            case 1 -> new CustomerMatch(Outcome.SINGLE, card(persons.getFirst(), number, account));
            default -> new CustomerMatch(Outcome.MULTIPLE, null);
        };
    }

    private static Customer card(
            Person person, @Nullable PhoneNumber number, @Nullable AccountNumber account) {
        return new Customer(
                person.profile().name(),
                first(number, person.profile().phones().stream().map(Phone::number)),
                first(account, onlyAccount(person)));
    }

    private static Stream<AccountNumber> onlyAccount(Person person) {
        return person.accounts().size() == 1
                ? Stream.of(person.accounts().getFirst().details().number())
                : Stream.empty();
    }

    private static <T> @Nullable T first(@Nullable T asked, Stream<T> held) {
        return asked != null ? asked : held.findFirst().orElse(null);
    }
}
