package io.vouchline.lookup.answer;

import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Months by number, by English name, and by the name's first three letters. */
final class Months {

    private static final Map<String, Integer> BY_NAME = byName();

    private Months() {}

    /** The month of a year, if there is one of that number. */
    static Optional<YearMonth> of(int year, int month) {
        return 1 <= month && month <= 12
                ? Optional.of(YearMonth.of(year, month))
                : Optional.empty();
    }

    /** The month of a year by its name in small letters, or by one or two digits. */
    static Optional<YearMonth> of(int year, String word) {
        return Character.isDigit(word.charAt(0))
                ? of(year, Integer.parseInt(word))
                : Optional.ofNullable(BY_NAME.get(word)).flatMap(month -> of(year, month));
    }

    /**
     * The digits of a number that begins with a month: an odd count means that its zero is lost.
     */
    static String withLostZero(String digits) {
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    private static Map<String, Integer> byName() {
        Map<String, Integer> months = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            months.put(name, month.getValue());
            months.put(name.substring(0, 3), month.getValue());
        }
        months.put("sept", Month.SEPTEMBER.getValue());
        return Map.copyOf(months);
    }
}
