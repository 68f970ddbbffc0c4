package io.vouchline.local.sample;

import io.vouchline.local.report.UsageError;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** What {@code deploy/local/generate} is asked for. */
record GenerateOptions(long count, long seed, boolean csv) {

    private static final long NOT_GIVEN = -1;
    private static final long USUAL_SEED = 1;

    static GenerateOptions parse(List<String> arguments) {
        long count = NOT_GIVEN;
        long seed = USUAL_SEED;
        boolean csv = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--csv")) {
                csv = true;
            } else if (argument.equals("--seed")) {
                seed = seed(rest);
            } else if (argument.startsWith("-")) {
                throw new UsageError("there is no option " + argument);
            } else if (count != NOT_GIVEN) {
                throw new UsageError("one COUNT is enough: " + argument + " is one too many");
            } else {
                count = count(argument);
            }
        }
        if (count == NOT_GIVEN) {
            throw new UsageError("COUNT is missing: how many customers?");
        }
        return new GenerateOptions(count, seed, csv);
    }

    private static long seed(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageError("--seed needs a whole number behind it");
        }
        String text = rest.next();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageError("--seed needs a whole number behind it, not " + text, e);
        }
    }

    private static long count(String text) {
        if (text.matches("[0-9]{1,9}")) {
            long count = Long.parseLong(text);
            if (count >= 1 && count <= CustomerGenerator.MOST_CUSTOMERS) {
                return count;
            }
        }
        throw new UsageError(
                String.format(
                        Locale.ROOT,
                        "COUNT is a whole number from 1 to %d, not %s",
                        CustomerGenerator.MOST_CUSTOMERS,
                        text));
    }
}
