package io.vouchline.gateway.utterance;

import java.util.Set;

/**
 * The order of a date in digits. It goes with the region rather than the language: the same English
 * has both 02/03 for February and for March.
 */
enum DateOrder {
    MONTH_FIRST("MDY"),
    DAY_FIRST("DMY"),
    YEAR_FIRST("YMD");

    private static final Set<String> MONTHS_FIRST =
            Set.of("US", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW", "PH", "CA");
    private static final Set<String> YEARS_FIRST =
            Set.of("SE", "LT", "HU", "CN", "JP", "KR", "TW", "MN");

    private final String fields;

    DateOrder(String fields) {
        this.fields = fields;
    }

    /** The order of a region (ISO 3166-1 alpha-2). */
    static DateOrder of(String region) {
        if (MONTHS_FIRST.contains(region)) {
            return MONTH_FIRST;
        }
        return YEARS_FIRST.contains(region) ? YEAR_FIRST : DAY_FIRST;
    }

    /** The initials of day, month and year, in order. */
    String fields() {
        return fields;
    }
}
