package io.vouchline.risk.signal;

import java.util.Map;
import java.util.Objects;

/**
 * What a weights file says.
 *
 * @param origin the setting and the file, for messages
 * @param version what the institution calls this file: 1 to 64 characters
 * @param prior the log-odds of an abuse before any signal is looked at, -15 to 15
 * @param budgets one for each level
 * @param signals the points of each signal by case or lower bound, -15 to 15
 */
record Weights(
        String origin,
        String version,
        double prior,
        Map<Level, Budget> budgets,
        Map<String, Map<String, Double>> signals) {

    /** The budget of this level. */
    Budget budget(Level level) {
        return Objects.requireNonNull(budgets.get(level), level.name());
    }

    /** What has a budget. In the weights file its name is in lower case. */
    enum Level {
        /** The numbers that differ in their last four digits only. */
        BLOCK,
        /** The numbers that share the digits after the country calling code. */
        RANGE,
        /** A country where the client's callers live. */
        COUNTRY,
        /** Any other country. */
        UNEXPECTED_COUNTRY
    }
}
