package io.vouchline.local.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.StringJoiner;

/**
 * A customer as a line of CSV (RFC 4180). The columns are named by the path to the value in the
 * customer's JSON object, for example {@code phones.0.number}; an empty cell is a value that is not
 * there.
 */
final class CsvForm {

    private static final List<String> COLUMNS = columns();
    private static final Map<String, Integer> POSITIONS = positions();

    private CsvForm() {}

    static String header() {
        return String.join(",", COLUMNS);
    }

    static String line(Map<String, Object> customer) {
        String[] cells = new String[COLUMNS.size()];
        place(customer, "", cells);
        StringJoiner line = new StringJoiner(",");
        for (String cell : cells) {
            line.add(cell == null ? "" : quoted(cell));
        }
        return line.toString();
    }

    private static void place(Object value, String path, String[] cells) {
        switch (value) {
            case Map<?, ?> members -> {
                for (Entry<?, ?> member : members.entrySet()) {
                    place(member.getValue(), below(path, member.getKey()), cells);
                }
            }
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    place(items.get(i), below(path, i), cells);
                }
            }
            default -> cells[position(path)] = value.toString();
        }
    }

    private static String below(String path, Object step) {
        return path.isEmpty() ? step.toString() : path + "." + step;
    }

    private static int position(String path) {
        Integer position = POSITIONS.get(path);
        if (position == null) {
            throw new IllegalArgumentException("no column for " + path);
        }
        return position;
    }

    private static String quoted(String cell) {
        return isToBeQuoted(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static boolean isToBeQuoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (",\"\r\n".indexOf(cell.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Integer> positions() {
        Map<String, Integer> positions = new HashMap<>();
        for (String column : COLUMNS) {
            positions.put(column, positions.size());
        }
        return positions;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("id", "name", "birth_date"));
        addItems(columns, "phones", Contacts.MOST, "number", "verified", "changed_at");
        addItems(columns, "mailboxes", Contacts.MOST, "address", "verified", "changed_at");
        for (int i = 0; i < Accounts.MOST; i++) {
            String account = "accounts." + i + ".";
            columns.add(account + "number");
            columns.add(account + "capacity");
            addItems(
                    columns,
                    account + "debit_cards",
                    Accounts.MOST_CARDS,
                    "last_four",
                    "expiry",
                    "primary");
            addItems(columns, account + "credit_cards", Accounts.MOST_CARDS, "last_four", "expiry");
            addTransaction(columns, account + "last_transaction");
        }
        addItems(columns, "credit_cards", Accounts.MOST_CARDS, "last_four", "expiry");
        addTransaction(columns, "last_card_transaction");
        return List.copyOf(columns);
    }

    private static void addItems(List<String> columns, String list, int count, String... members) {
        for (int i = 0; i < count; i++) {
            for (String member : members) {
                columns.add(list + "." + i + "." + member);
            }
        }
    }

    private static void addTransaction(List<String> columns, String transaction) {
        for (String member : List.of("amount", "payment_mode", "at")) {
            columns.add(transaction + "." + member);
        }
    }
}
