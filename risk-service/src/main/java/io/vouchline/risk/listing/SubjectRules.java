package io.vouchline.risk.listing;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListApi.Extent;
import io.vouchline.contract.risk.ListApi.Subject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a subject must be. Faults are told in words that hold no value. */
final class SubjectRules {

    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,13}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{3,14}");

    private SubjectRules() {}

    /** What is wrong with a subject; empty if nothing is. */
    static Optional<String> fault(Subject subject) {
        if (subject.extent() == Extent.RANGE) {
            return range(subject.value(), subject.to());
        }
        return told(subject.to() != null, "only a range has a last number")
                .or(() -> fault(subject.extent(), subject.value()));
    }

    private static Optional<String> fault(Extent extent, String value) {
        return switch (extent) {
            case NUMBER -> told(!isNumber(value), "value is no number in E.164 form");
            case PREFIX ->
                    told(
                            !PREFIX.matcher(value).matches(),
                            "value is no prefix: + and 1 to 14 digits, the first not 0");
            case REGION ->
                    told(
                            !Notation.regions().contains(value),
                            "value is no region of ISO 3166-1 that has telephone numbers");
            case RANGE -> Optional.empty();
        };
    }

    private static Optional<String> range(String from, @Nullable String to) {
        if (!NUMBER.matcher(from).matches() || to == null || !NUMBER.matcher(to).matches()) {
            return Optional.of("a range has a first and a last number in E.164 form");
        }
        if (from.length() != to.length()) {
            return Optional.of("the first and the last number differ in length");
        }
        // A number would otherwise be kept in clear.
        return told(to.equals(from), "a range of one number is a NUMBER")
                .or(() -> told(to.compareTo(from) < 0, "the last number comes before the first"));
    }

    private static boolean isNumber(String text) {
        try {
            return PhoneNumber.ofE164(text).e164().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> told(boolean wrong, String fault) {
        return wrong ? Optional.of(fault) : Optional.empty();
    }
}
