package io.vouchline.local.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes up the customers of a bank. A seed and an index give the same customer each time; customers
 * of one seed have different ids, phones, mailboxes and accounts, but for families with one phone
 * and accounts that are held together or represented.
 */
public final class CustomerGenerator {

    /** How many customers a seed has at the most. */
    public static final long MOST_CUSTOMERS = 100_000_000;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1935, 1, 1);
    private static final LocalDate LAST_BIRTH = LocalDate.of(2007, 12, 31);
    private static final long FIRST_NUMBER = 1_000_000_000L;

    private final ObjectWriter json = new JsonMapper().writer();
    private final long seed;
    private final Contacts contacts;
    private final Accounts accounts;

    public CustomerGenerator(long seed) {
        this.seed = seed;
        this.contacts = new Contacts(seed);
        this.accounts = new Accounts(seed);
    }

    /** The customer as one line of JSON, without a line end. */
    public String line(long index) {
        try {
            return json.writeValueAsString(customer(index));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps and text are always JSON", e);
        }
    }

    /** The columns of {@link #csv}, without a line end. */
    public static String csvHeader() {
        return CsvForm.header();
    }

    /** The same customer as {@link #line}, as one line of CSV, without a line end. */
    public String csv(long index) {
        return CsvForm.line(customer(index));
    }

    Map<String, Object> customer(long index) {
        Person person = Person.of(seed, index);
        String number = Long.toString(FIRST_NUMBER + index + 1).substring(1);
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("id", "sample-" + number);
        customer.put("name", person.name());
        putContacts(customer, index, person);
        Draws draws = Draws.of(seed, index, Draws.Subject.HOLDINGS);
        customer.put("accounts", holdings(draws, index));
        putCards(customer, index);
        return customer;
    }

    private void putContacts(Map<String, Object> customer, long index, Person person) {
        Draws draws = Draws.of(seed, index, Draws.Subject.CONTACT);
        customer.put("birth_date", draws.day(FIRST_BIRTH, LAST_BIRTH).toString());
        long firstPhone = person.sharesPhone() ? index - 1 : index;
        customer.put("phones", contacts.phones(draws, index, firstPhone));
        var mailboxes = contacts.mailboxes(draws, person, Long.toString(index + 1));
        if (!mailboxes.isEmpty()) {
            customer.put("mailboxes", mailboxes);
        }
    }

    private List<Map<String, Object>> holdings(Draws draws, long index) {
        int kind = index == 0 ? 100 : draws.below(100);
        boolean attorney = kind < 2;
        boolean joint = !attorney && kind < 7;
        int most = attorney || joint ? Accounts.MOST - 1 : Accounts.MOST;
        List<Map<String, Object>> held = new ArrayList<>();
        int own = ownCount(draws, most);
        for (int i = 0; i < own; i++) {
            held.add(accounts.own(index, i));
        }
        if (attorney) {
            held.add(accounts.represented(draws.below(index)));
        }
        if (joint) {
            held.add(accounts.own(draws.below(index), 0));
        }
        return held;
    }

    private static int ownCount(Draws draws, int most) {
        return draws.chance(70) ? 1 : draws.chance(75) ? 2 : most;
    }

    private void putCards(Map<String, Object> customer, long index) {
        Draws draws = Draws.of(seed, index, Draws.Subject.CARDS);
        if (draws.chance(30)) {
            customer.put("credit_cards", Accounts.creditCards(draws));
            if (draws.chance(80)) {
                customer.put("last_card_transaction", Accounts.transaction(draws));
            }
        }
    }
}
