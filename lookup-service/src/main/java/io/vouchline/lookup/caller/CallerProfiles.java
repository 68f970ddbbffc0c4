package io.vouchline.lookup.caller;

import io.vouchline.contract.lookup.LookupApi.CallerProfile;
import io.vouchline.contract.lookup.LookupApi.CallerQuestion;
import io.vouchline.lookup.answer.QuestionsOf;
import io.vouchline.lookup.customer.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of callers before they have proven anything: counts, and which answers are held, but
 * none of them. A date of birth that is not exactly one person's finds nobody.
 */
final class CallerProfiles {

    private CallerProfiles() {}

    static CallerProfile of(List<Person> persons, CallerQuestion question, Instant now) {
        List<Person> meant = meant(persons, question.birthDate());
        return new CallerProfile(
                meant.size(),
                Summaries.accounts(meant).count(),
                Summaries.creditCards(meant).count(),
                meant.size() == 1 ? meant.getFirst().subject() : null,
                QuestionsOf.persons(meant),
                Channels.of(
                        meant, question.number(), Duration.ofSeconds(question.holdSeconds()), now));
    }

    private static List<Person> meant(List<Person> persons, @Nullable LocalDate birthDate) {
        if (birthDate == null) {
            return persons;
        }
        List<Person> born =
                persons.stream().filter(person -> birthDate.equals(person.birthDate())).toList();
        return born.size() == 1 ? born : List.of();
    }
}
