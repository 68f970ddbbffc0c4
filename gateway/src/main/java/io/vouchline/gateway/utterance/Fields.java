package io.vouchline.gateway.utterance;

import io.vouchline.gateway.utterance.Item.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads numbers as fields of a date, in one order: all readings that use up all numbers. A field is
 * one of the initials of day, month and year. No field goes beyond an item of kind OTHER.
 */
final class Fields {

    private static final int MOST_ITEMS = 16;

    private final List<Item> items;
    private final Century century;
    private final Set<Calendar> readings = new HashSet<>();

    private Fields(List<Item> items, Century century) {
        this.items = items;
        this.century = century;
    }

    /**
     * All readings.
     *
     * @param known what is known already
     */
    static Set<Calendar> read(List<Item> items, String fields, Century century, Calendar known) {
        if (items.size() > MOST_ITEMS) {
            return Set.of();
        }
        Fields reader = new Fields(items, century);
        reader.read(0, fields, known);
        return preferred(reader.readings);
    }

    /** Years with their century are what most people say. */
    private static Set<Calendar> preferred(Set<Calendar> readings) {
        Set<Calendar> full =
                readings.stream().filter(Calendar::fullYear).collect(Collectors.toSet());
        return full.isEmpty() ? readings : full;
    }

    private void read(int at, String fields, Calendar known) {
        if (fields.isEmpty() || at >= items.size()) {
            if (fields.isEmpty() && onlyOthers(at)) {
                boolean _ = readings.add(known);
            }
            return;
        }
        if (items.get(at).is(Kind.OTHER)) {
            read(at + 1, fields, known);
            return;
        }
        char field = fields.charAt(0);
        String rest = fields.substring(1);
        for (int end = at + 1; end <= Math.min(items.size(), at + 6); end++) {
            List<Item> part = items.subList(at, end);
            if (field == 'Y') {
                year(part, end, rest, known);
            } else {
                int value = small(part);
                if (value > 0 && value <= (field == 'M' ? 12 : 31)) {
                    read(end, rest, known.with(field, value, false));
                }
            }
        }
    }

    private boolean onlyOthers(int from) {
        return items.subList(from, items.size()).stream().allMatch(item -> item.is(Kind.OTHER));
    }

    private void year(List<Item> part, int end, String rest, Calendar known) {
        int full = Years.full(part);
        if (full >= 0) {
            read(end, rest, known.with('Y', full, true));
            return;
        }
        int two = Years.twoDigits(part);
        if (two >= 0) {
            read(end, rest, known.with('Y', century.year(two), false));
        }
    }

    /** A day or a month: 1 to 99; -1 for none. */
    static int small(List<Item> part) {
        Item first = part.getFirst();
        if (part.size() == 1) {
            return switch (first.kind()) {
                case DIGITS -> first.text().length() <= 2 ? first.value() : -1;
                case UNIT, TEEN, TENS, ORDINAL -> first.value();
                default -> -1;
            };
        }
        Item last = part.getLast();
        if (part.size() > 2 || last.value() < 1 || last.value() > 9) {
            return -1;
        }
        boolean one = last.is(Kind.UNIT) || last.is(Kind.ORDINAL) || isOneDigit(last);
        boolean zero = (first.isUnit() || isOneDigit(first)) && first.value() == 0;
        return one && (first.is(Kind.TENS) || zero) ? first.value() + last.value() : -1;
    }

    private static boolean isOneDigit(Item item) {
        return item.is(Kind.DIGITS) && item.text().length() == 1;
    }
}
