package io.vouchline.local.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts that customers own, with their cards: the same whoever of the holders tells. */
final class Accounts {

    /** The most accounts of one customer. */
    static final int MOST = 3;

    /** The most cards of one kind, on an account or on a customer. */
    static final int MOST_CARDS = 2;

    private static final List<String> PAYMENT_MODES =
            List.of("mobile", "upi", "online", "debit", "credit", "account");
    private static final LocalDate FIRST_PAYMENT = LocalDate.of(2025, 10, 1);
    private static final LocalDate LAST_PAYMENT = LocalDate.of(2026, 9, 30);
    private static final int FIRST_EXPIRY_YEAR = 2027;
    private static final int EXPIRY_YEARS = 5;
    private static final int MONTHS = 12;
    private static final long MOST_CENTS = 250_000;

    private final long seed;
    private final AccountNumbers numbers;

    Accounts(long seed) {
        this.seed = seed;
        this.numbers = new AccountNumbers(seed);
    }

    /** One of a customer's own accounts. */
    Map<String, Object> own(long customer, int which) {
        long position = customer * MOST + which;
        Draws draws = Draws.of(seed, position, Draws.Subject.ACCOUNT);
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("number", numbers.at(position));
        account.put("capacity", "self");
        putCards(account, "debit_cards", debitCards(draws));
        if (draws.chance(25)) {
            putCards(account, "credit_cards", creditCards(draws));
        }
        if (draws.chance(92)) {
            account.put("last_transaction", transaction(draws));
        }
        return account;
    }

    /** An account of somebody else: its owner's line brings the rest. */
    Map<String, Object> represented(long owner) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("number", numbers.at(owner * MOST));
        account.put("capacity", "attorney");
        return account;
    }

    static void putCards(Map<String, Object> holder, String kind, List<?> cards) {
        if (!cards.isEmpty()) {
            holder.put(kind, cards);
        }
    }

    private static List<Map<String, Object>> debitCards(Draws draws) {
        List<Map<String, Object>> cards = new ArrayList<>();
        int count = draws.chance(20) ? MOST_CARDS : draws.chance(85) ? 1 : 0;
        for (int i = 0; i < count; i++) {
            Map<String, Object> card = card(draws);
            card.put("primary", i == 0);
            cards.add(card);
        }
        return cards;
    }

    static List<Map<String, Object>> creditCards(Draws draws) {
        return draws.chance(25) ? List.of(card(draws), card(draws)) : List.of(card(draws));
    }

    private static Map<String, Object> card(Draws draws) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("last_four", draws.fourDigits());
        int month = 1 + draws.below(MONTHS);
        int year = FIRST_EXPIRY_YEAR + draws.below(EXPIRY_YEARS);
        card.put("expiry", year + (month < 10 ? "-0" : "-") + month);
        return card;
    }

    static Map<String, Object> transaction(Draws draws) {
        Map<String, Object> transaction = new LinkedHashMap<>();
        transaction.put("amount", amount(1 + draws.below(MOST_CENTS)));
        transaction.put("payment_mode", draws.oneOf(PAYMENT_MODES));
        transaction.put("at", draws.day(FIRST_PAYMENT, LAST_PAYMENT).toString());
        return transaction;
    }

    private static String amount(long cents) {
        long rest = cents % 100;
        return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
