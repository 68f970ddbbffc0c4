package io.vouchline.gateway.utterance;

import io.vouchline.gateway.utterance.Item.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cardinal numbers: "two thousand five hundred and ten". */
final class Numerals {

    private static final long MOST = 999_999_999;

    private final List<Item> items;
    private int at;
    private long total;

    /** What has been counted since the last thousand or million; -1 for nothing. */
    private long part = -1;

    private boolean afterScale;
    private int lastScale = Integer.MAX_VALUE;

    private Numerals(List<Item> items, int from) {
        this.items = items;
        at = from;
    }

    /**
     * A number.
     *
     * @param end the first item after it
     */
    record Numeral(long value, int end) {}

    /** The longest number that begins here; null if none does. */
    static @Nullable Numeral at(List<Item> items, int from) {
        Numerals numerals = new Numerals(items, from);
        while (numerals.step()) {
            // Each step takes one or two words.
        }
        long value = numerals.total + Math.max(numerals.part, 0);
        return numerals.at == from || value > MOST ? null : new Numeral(value, numerals.at);
    }

    /** All items as one number in digits; empty if they are none. */
    static String cardinal(List<Item> items) {
        Numeral numeral = at(items, 0);
        return numeral != null && numeral.end() == items.size()
                ? Long.toString(numeral.value())
                : "";
    }

    private boolean step() {
        if (at >= items.size()) {
            return false;
        }
        Item item = items.get(at);
        if (item.is(Kind.AND)) {
            return afterScale && at + 1 < items.size() && small(at + 1) >= 0 && and();
        }
        return item.is(Kind.SCALE) ? scale(item) : plain();
    }

    private boolean and() {
        at++;
        return plain();
    }

    private boolean scale(Item item) {
        if (item.value() == 100) {
            if (part >= 100) {
                return false;
            }
            part = Math.max(part, 1) * 100;
        } else {
            if (item.value() >= lastScale) {
                return false;
            }
            total += Math.max(part, 1) * item.value();
            part = -1;
            lastScale = item.value();
        }
        afterScale = true;
        at++;
        return total <= MOST;
    }

    private boolean plain() {
        long value = small(at);
        if (value < 0 || (part >= 0 && !afterScale) || (afterScale && value >= 1000)) {
            return false;
        }
        if (part >= 100 && value >= 100) {
            return false;
        }
        at += isTwoWords(at) ? 2 : 1;
        part = Math.max(part, 0) + value;
        afterScale = false;
        return true;
    }

    /** The number below a hundred in words, or any in digits, that stands here; -1 for none. */
    private long small(int from) {
        Item item = items.get(from);
        return switch (item.kind()) {
            case UNIT, TEEN -> item.value();
            case TENS -> item.value() + (isTwoWords(from) ? items.get(from + 1).value() : 0);
            case DIGITS -> item.text().length() <= 9 ? item.value() : -1;
            default -> -1;
        };
    }

    private boolean isTwoWords(int from) {
        return items.get(from).is(Kind.TENS)
                && from + 1 < items.size()
                && items.get(from + 1).is(Kind.UNIT)
                && items.get(from + 1).value() > 0;
    }
}
