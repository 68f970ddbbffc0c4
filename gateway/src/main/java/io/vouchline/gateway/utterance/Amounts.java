package io.vouchline.gateway.utterance;

import io.vouchline.gateway.utterance.Item.Kind;
import io.vouchline.gateway.utterance.Numerals.Numeral;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts of money. What has two readings is none: "twelve fifty" may be 12.50 or 1250,
 * "1.234" in English a thousand or none.
 */
final class Amounts {

    private static final int LONGEST = 9;

    private final List<Item> items;
    private final boolean decimalPoint;
    private int at;

    private Amounts(Utterance said) {
        items = said.items().stream().filter(item -> !item.is(Kind.NOISE)).toList();
        decimalPoint = said.language().hasDecimalPoint();
    }

    /** The amount; null if there is none, or more than one. */
    static @Nullable BigDecimal of(Utterance said) {
        boolean negative =
                said.items().stream()
                        .anyMatch(item -> item.kind().isNumber() && item.before().endsWith(" -"));
        return negative ? null : new Amounts(said).read();
    }

    private @Nullable BigDecimal read() {
        around();
        BigDecimal major = number();
        if (major == null) {
            return null;
        }
        if (is(Kind.MINOR)) {
            at++;
            around();
            return atEnd() && isCents(major) ? major.movePointLeft(2) : null;
        }
        boolean named = is(Kind.CURRENCY);
        while (is(Kind.CURRENCY) || is(Kind.AND)) {
            at++;
        }
        boolean more = !atEnd() && items.get(at).kind().isNumber();
        BigDecimal minor = more && major.scale() == 0 ? minor(named) : BigDecimal.ZERO;
        around();
        return minor == null || !atEnd() ? null : major.add(minor);
    }

    /** The hundredths; null if they are none, or perhaps something else. */
    private @Nullable BigDecimal minor(boolean named) {
        BigDecimal cents = number();
        boolean said = is(Kind.MINOR);
        if (said) {
            at++;
        }
        boolean clear = said || (named && cents != null && cents.intValue() >= 10);
        return cents == null || !isCents(cents) || !clear ? null : cents.movePointLeft(2);
    }

    private static boolean isCents(BigDecimal value) {
        return value.scale() == 0 && value.intValue() <= 99 && value.precision() <= 2;
    }

    private boolean atEnd() {
        return at >= items.size();
    }

    private boolean is(Kind kind) {
        return !atEnd() && items.get(at).is(kind);
    }

    /** Skips what may stand before and after an amount. */
    private void around() {
        while (is(Kind.AND) || is(Kind.CURRENCY) || is(Kind.OTHER) || is(Kind.PHRASE)) {
            at++;
        }
    }

    private @Nullable BigDecimal number() {
        String whole = whole();
        if (whole == null || whole.length() > LONGEST + 3) {
            return null;
        }
        if (!is(Kind.POINT)) {
            return new BigDecimal(whole);
        }
        at++;
        String fraction = fraction();
        return fraction == null || whole.contains(".")
                ? null
                : new BigDecimal(whole + "." + fraction);
    }

    private @Nullable String whole() {
        int units = spelled(at);
        if (units > 1) {
            return spelling(units);
        }
        if (is(Kind.DIGITS)) {
            int end = Written.end(items, at);
            if (end > at + 1) {
                List<Item> groups = items.subList(at, end);
                at = end;
                return Written.read(groups, decimalPoint);
            }
        }
        Numeral numeral = atEnd() ? null : Numerals.at(items, at);
        if (numeral == null) {
            return null;
        }
        at = numeral.end();
        return Long.toString(numeral.value());
    }

    /** How many digits are said one by one from here on. */
    private int spelled(int from) {
        int end = from;
        while (end < items.size() && items.get(end).isUnit()) {
            end++;
        }
        return end - from;
    }

    private String spelling(int size) {
        StringBuilder digits = new StringBuilder();
        for (Item item : items.subList(at, at + size)) {
            digits.append(item.value());
        }
        at += size;
        return digits.toString();
    }

    /** One or two digits after the decimal sign. */
    private @Nullable String fraction() {
        int units = spelled(at);
        if (units > 0) {
            return units <= 2 ? spelling(units) : null;
        }
        if (is(Kind.DIGITS)) {
            String digits = items.get(at++).text();
            return digits.length() <= 2 ? digits : null;
        }
        Numeral numeral = atEnd() ? null : Numerals.at(items, at);
        if (numeral == null || numeral.value() < 10 || numeral.value() > 99) {
            return null;
        }
        at = numeral.end();
        return Long.toString(numeral.value());
    }
}
