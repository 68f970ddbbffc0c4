package io.vouchline.local.app;

import io.vouchline.local.report.UsageError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what stands behind {@code deploy/local/approve}. */
final class ApproveArguments {

    static final String USAGE =
            """
            deploy/local/approve REFERENCE MATCH
                   deploy/local/approve REFERENCE --deny""";

    private static final String DENY = "--deny";
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-F]{32}");
    private static final Pattern MATCH = Pattern.compile("[0-9]{2}");

    private ApproveArguments() {}

    static Approval parse(List<String> arguments) {
        List<String> values = new ArrayList<>(arguments);
        boolean denied = values.removeIf(DENY::equals);
        values.stream()
                .filter(value -> value.startsWith("-"))
                .findFirst()
                .ifPresent(
                        option -> {
                            throw new UsageError("there is no option " + option);
                        });
        String reference = reference(values);
        if (values.size() > 2) {
            throw new UsageError(
                    "one answer at a time: %s is one too many".formatted(values.get(2)));
        }
        if (denied && values.size() == 2) {
            throw new UsageError("MATCH approves and --deny denies: give one of them");
        }
        return new Approval(reference, denied ? Optional.empty() : Optional.of(match(values)));
    }

    private static String reference(List<String> values) {
        if (values.isEmpty()) {
            throw new UsageError("REFERENCE is missing: deploy/local/outbox shows it");
        }
        return required(
                values.getFirst(), REFERENCE, "REFERENCE is 32 digits and letters from A to F");
    }

    private static String match(List<String> values) {
        if (values.size() < 2) {
            throw new UsageError(
                    "MATCH is missing: give the two digits that the caller was told, or --deny");
        }
        return required(values.get(1), MATCH, "MATCH is two digits");
    }

    private static String required(String value, Pattern form, String sentence) {
        if (!form.matcher(value).matches()) {
            throw new UsageError(sentence + ", not " + value);
        }
        return value;
    }
}
