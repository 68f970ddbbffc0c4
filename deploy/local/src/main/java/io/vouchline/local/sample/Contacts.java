package io.vouchline.local.sample;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The phones and mailboxes of customers. */
final class Contacts {

    /** The most phones, and the most mailboxes, of one customer. */
    static final int MOST = 2;

    private static final List<String> DOMAINS =
            List.of("example.com", "example.org", "example.net");
    private static final LocalDate FIRST_CHANGE = LocalDate.of(2015, 1, 1);
    private static final LocalDate LAST_CHANGE = LocalDate.of(2026, 6, 30);
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final PhoneNumbers numbers;

    Contacts(long seed) {
        this.numbers = new PhoneNumbers(seed);
    }

    /**
     * The phones of a customer.
     *
     * @param first whose first phone it is: a relative's, if they share one
     */
    List<Map<String, Object>> phones(Draws draws, long customer, long first) {
        List<Map<String, Object>> phones = new ArrayList<>();
        phones.add(contact("number", numbers.at(first * MOST), draws.chance(80), draws));
        if (draws.chance(15)) {
            phones.add(contact("number", numbers.at(customer * MOST + 1), draws.chance(40), draws));
        }
        return phones;
    }

    /** The mailboxes of a customer; the customer's number in them makes them unique. */
    List<Map<String, Object>> mailboxes(Draws draws, Person person, String number) {
        List<Map<String, Object>> mailboxes = new ArrayList<>();
        if (draws.chance(96)) {
            String first = person.first().mailbox();
            String last = person.last().mailbox();
            String domain = "@" + draws.oneOf(DOMAINS);
            mailboxes.add(mailbox(first + "." + last + number + domain, draws.chance(75), draws));
            if (draws.chance(6)) {
                String other = last + "-" + first.charAt(0) + number + domain;
                mailboxes.add(mailbox(other, draws.chance(30), draws));
            }
        }
        return mailboxes;
    }

    private static Map<String, Object> mailbox(String address, boolean verified, Draws draws) {
        return contact("address", address, verified, draws);
    }

    private static Map<String, Object> contact(
            String kind, String value, boolean verified, Draws draws) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put(kind, value);
        contact.put("verified", verified);
        if (draws.chance(10)) {
            contact.put("changed_at", moment(draws));
        }
        return contact;
    }

    private static String moment(Draws draws) {
        return draws.day(FIRST_CHANGE, LAST_CHANGE)
                .atStartOfDay()
                .plusSeconds(draws.below(SECONDS_OF_A_DAY))
                .toInstant(UTC)
                .toString();
    }
}
