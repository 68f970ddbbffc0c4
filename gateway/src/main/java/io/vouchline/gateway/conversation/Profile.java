package io.vouchline.gateway.conversation;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a number, without anything that the caller is asked for.
 *
 * @param persons how many persons have it: 0 for nobody
 * @param accounts how many accounts they hold, or have power of attorney for
 * @param creditCards how many credit cards they hold
 * @param subject names the person for good, if it is exactly one, or one was picked; else null
 * @param questions which questions that person can be asked; of several persons, what can be asked
 *     of any
 * @param phone whether a code may go to the number itself
 * @param mailbox whether a code may go to a mailbox
 */
public record Profile(
        int persons,
        int accounts,
        int creditCards,
        @Nullable String subject,
        Set<SecurityQuestion> questions,
        boolean phone,
        boolean mailbox) {

    /** Whether it is known whose the number is. */
    boolean isOnePersons() {
        return persons == 1 || subject != null;
    }

    /** The same of this person, who is one of those behind the number. */
    Profile of(String person) {
        return new Profile(persons, accounts, creditCards, person, questions, phone, mailbox);
    }

    /** What is known of one who was picked, who shares the number with so many. */
    Profile among(int sharing) {
        return new Profile(sharing, accounts, creditCards, subject, questions, phone, mailbox);
    }
}
