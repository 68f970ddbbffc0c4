package io.vouchline.gateway.utterance;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A year, a month and a day, or some of them; they need not make a date that there is.
 *
 * @param fullYear whether the year was told with its century
 */
record Calendar(
        @Nullable Integer year, @Nullable Integer month, @Nullable Integer day, boolean fullYear) {

    static final Calendar NOTHING = new Calendar(null, null, null, false);

    /** Puts in a field: D, M or Y. */
    Calendar with(char field, int value, boolean full) {
        return switch (field) {
            case 'D' -> new Calendar(year, month, value, fullYear);
            case 'M' -> new Calendar(year, value, day, fullYear);
            default -> new Calendar(value, month, day, full);
        };
    }

    /** Whether there is such a date, in a time that callers and cards live in. */
    boolean isReal() {
        if (year == null || month == null || day == null || year < 1850 || year > 2150) {
            return false;
        }
        try {
            LocalDate _ = LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether month and day are such as there are. */
    boolean isLikely() {
        return (month == null || (month >= 1 && month <= 12))
                && (day == null || (day >= 1 && day <= 31));
    }

    @Override
    public String toString() {
        return "Calendar[...]";
    }
}
