package io.vouchline.gateway.utterance;

import io.vouchline.gateway.utterance.Item.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs of digits in an utterance: "12 34", "double four", "twelve oh five". A run is what
 * stands together, with nothing between but blanks, punctuation and what says nothing.
 */
final class Runs {

    private final List<Item> items;

    /** Whether "eight hundred" is 8 0 0, as in telephone numbers. */
    private final boolean scalesAreZeros;

    private final List<Run> found = new ArrayList<>();

    private Runs(List<Item> items, boolean scalesAreZeros) {
        this.items = items;
        this.scalesAreZeros = scalesAreZeros;
        int at = 0;
        while (at < items.size()) {
            at = isPart(items.get(at)) ? run(at) : at + 1;
        }
    }

    /** The runs of digits one by one. */
    static List<Run> of(Utterance said) {
        return new Runs(said.items(), false).found;
    }

    /** The runs of what may be telephone numbers. */
    static List<Run> ofTelephone(Utterance said) {
        return new Runs(said.items(), true).found;
    }

    /**
     * The only run.
     *
     * @param runs equal ones count once
     */
    static Optional<Run> only(List<Run> runs) {
        boolean same = runs.stream().map(Run::digits).distinct().count() == 1;
        return same ? Optional.of(runs.getFirst()) : Optional.empty();
    }

    /**
     * Digits that stand together.
     *
     * @param digits empty if they make no sense
     * @param plus whether they begin with "+"
     */
    record Run(String digits, boolean plus) {

        @Override
        public String toString() {
            return "Run[...]";
        }
    }

    private static boolean isPart(Item item) {
        return item.kind().isNumber() || item.is(Kind.PLUS);
    }

    /** Takes the run that begins here; what comes after it. */
    private int run(int from) {
        List<Item> parts = new ArrayList<>();
        int at = from;
        int end = from;
        while (at < items.size() && (isPart(items.get(at)) || isBetween(items.get(at)))) {
            if (isPart(items.get(at))) {
                parts.add(items.get(at));
                end = at + 1;
            }
            at++;
        }
        boolean counts = end < items.size() && items.get(end).is(Kind.DIGIT);
        if (parts.size() > 1) {
            // "2 5 3 four zeros"
            found.add(counts ? new Run("", false) : read(parts));
        } else if (!counts && !parts.getFirst().is(Kind.SOFT_ZERO)) {
            found.add(read(parts));
        }
        return end;
    }

    private static boolean isBetween(Item item) {
        return switch (item.kind()) {
            case NOISE, AND, BETWEEN, POINT -> true;
            default -> false;
        };
    }

    private Run read(List<Item> parts) {
        boolean plus = parts.getFirst().is(Kind.PLUS);
        List<Item> numbers = plus ? parts.subList(1, parts.size()) : parts;
        boolean scaled = numbers.stream().anyMatch(item -> item.is(Kind.SCALE));
        return new Run(
                scaled && !scalesAreZeros ? Numerals.cardinal(numbers) : digits(numbers), plus);
    }

    private static String digits(List<Item> numbers) {
        StringBuilder digits = new StringBuilder();
        int at = 0;
        while (at < numbers.size()) {
            Item item = numbers.get(at);
            boolean more = at + 1 < numbers.size();
            Item next = more ? numbers.get(at + 1) : item;
            if (item.is(Kind.REPEAT) && more && isOneDigit(next)) {
                digits.append(Integer.toString(next.value()).repeat(item.value()));
                at += 2;
            } else if (item.is(Kind.TENS) && more && next.is(Kind.UNIT) && next.value() > 0) {
                digits.append(item.value() + next.value());
                at += 2;
            } else if (item.is(Kind.REPEAT) || item.is(Kind.PLUS) || tooBig(item)) {
                return "";
            } else {
                digits.append(item.is(Kind.SCALE) ? zeros(item) : spelled(item));
                at++;
            }
        }
        return digits.toString();
    }

    private static boolean isOneDigit(Item item) {
        return item.isUnit() || (item.is(Kind.DIGITS) && item.text().length() == 1);
    }

    private static boolean tooBig(Item item) {
        return item.is(Kind.SCALE) && item.value() > 1000;
    }

    private static String zeros(Item scale) {
        return Integer.toString(scale.value()).substring(1);
    }

    private static String spelled(Item item) {
        return item.is(Kind.DIGITS) ? item.text() : Integer.toString(item.value());
    }
}
