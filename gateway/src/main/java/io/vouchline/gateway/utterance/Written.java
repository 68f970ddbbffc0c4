package io.vouchline.gateway.utterance;

import io.vouchline.gateway.utterance.Item.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers in digits with signs between them: 1,234.56 or 1 234,56. */
final class Written {

    private static final String POINT = ".";
    private static final String COMMA = ",";
    private static final Set<String> SIGNS = Set.of(POINT, COMMA, " ", "\u00a0");

    private Written() {}

    /** The first item that does not belong to the number that begins here. */
    static int end(List<Item> items, int from) {
        int end = from + 1;
        while (end < items.size()
                && items.get(end).is(Kind.DIGITS)
                && SIGNS.contains(items.get(end).before())) {
            end++;
        }
        return end;
    }

    /**
     * A number with a full stop for its decimals; null if it makes no sense, or more than one.
     *
     * @param decimalPoint whether 1.234 cannot be a thousand
     */
    static @Nullable String read(List<Item> groups, boolean decimalPoint) {
        Item last = groups.getLast();
        boolean sign = last.before().equals(POINT) || last.before().equals(COMMA);
        if (sign && last.text().length() <= 2) {
            List<Item> whole = groups.subList(0, groups.size() - 1);
            boolean apart = whole.size() == 1 || !whole.getLast().before().equals(last.before());
            return apart && isGrouped(whole) ? joined(whole) + POINT + last.text() : null;
        }
        boolean decimal = last.before().equals(decimalPoint ? POINT : COMMA);
        boolean ambiguous = decimal && groups.size() == 2;
        return isGrouped(groups) && !ambiguous ? joined(groups) : null;
    }

    private static boolean isGrouped(List<Item> groups) {
        String sign = groups.getLast().before();
        boolean threes =
                groups.stream()
                        .skip(1)
                        .allMatch(item -> item.text().length() == 3 && item.before().equals(sign));
        return groups.size() == 1 || (threes && groups.getFirst().text().length() <= 3);
    }

    private static String joined(List<Item> groups) {
        StringBuilder digits = new StringBuilder();
        groups.forEach(item -> digits.append(item.text()));
        return digits.toString();
    }
}
