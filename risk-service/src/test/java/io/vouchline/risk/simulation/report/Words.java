package io.vouchline.risk.simulation.report;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
final class Words {

    private Words() {}

    /** A share, in percent. */
    static String percent(double share) {
        double percent = share * 100;
        return String.format(
                Locale.ROOT, percent != 0 && percent < 1 ? "%.2f %%" : "%.1f %%", percent);
    }

    /** An amount of US dollars. */
    static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }

    /** A figure for programs. */
    static String figure(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /** A share as it was asked for, for example 0.05. */
    static String share(double share) {
        return Double.toString(share);
    }

    /** A span of time in its two largest units. */
    static String span(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
                : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
    }
}
