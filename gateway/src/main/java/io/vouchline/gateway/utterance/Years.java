package io.vouchline.gateway.utterance;

import io.vouchline.gateway.utterance.Item.Kind;
import java.util.List;

/** Years as they are said. */
final class Years {

    private Years() {}

    /** A year with its century, 1800 to 2199; -1 if it is none. */
    static int full(List<Item> part) {
        int year = Math.max(Math.max(together(part), pair(part)), counted(part));
        return year >= 1800 && year <= 2199 ? year : -1;
    }

    /** 1995, "one nine nine five", "19 9 5". */
    private static int together(List<Item> part) {
        StringBuilder digits = new StringBuilder();
        for (Item item : part) {
            if (item.is(Kind.DIGITS)) {
                digits.append(item.text());
            } else if (item.isUnit()) {
                digits.append(item.value());
            } else {
                return -1;
            }
        }
        return digits.length() == 4 ? Integer.parseInt(digits.toString()) : -1;
    }

    /** "Nineteen ninety five", "twenty oh five". */
    private static int pair(List<Item> part) {
        Item century = part.getFirst();
        boolean counts = century.is(Kind.TEEN) || century.is(Kind.TENS) || century.is(Kind.DIGITS);
        if (part.size() < 2 || !counts || century.value() < 18 || century.value() > 21) {
            return -1;
        }
        int rest = twoDigits(part.subList(1, part.size()));
        return rest < 0 ? -1 : century.value() * 100 + rest;
    }

    /** "Two thousand and five", "nineteen hundred ninety five". */
    private static int counted(List<Item> part) {
        boolean scaled = part.stream().anyMatch(item -> item.is(Kind.SCALE));
        String cardinal = scaled ? Numerals.cardinal(part) : "";
        return cardinal.length() == 4 ? Integer.parseInt(cardinal) : -1;
    }

    /** The last two digits of a year; -1 if they are none. */
    static int twoDigits(List<Item> part) {
        Item first = part.getFirst();
        if (part.size() == 1) {
            boolean two = first.is(Kind.DIGITS) && first.text().length() == 2;
            return two || first.is(Kind.TEEN) || first.is(Kind.TENS) ? first.value() : -1;
        }
        Item last = part.getLast();
        boolean one = last.is(Kind.UNIT) || (last.is(Kind.DIGITS) && last.text().length() == 1);
        if (part.size() > 2 || !one) {
            return -1;
        }
        if (first.is(Kind.TENS)) {
            return last.value() == 0 ? -1 : first.value() + last.value();
        }
        return first.isUnit() ? first.value() * 10 + last.value() : -1;
    }
}
