package io.vouchline.gateway.utterance;

import io.vouchline.gateway.utterance.Item.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads dates. What has two readings is none. */
final class Dates {

    /** With a month's name: what the numbers can be, the likeliest first. */
    private static final List<String> OF_BIRTH = List.of("DY", "D", "Y");

    /** With the month between them. */
    private static final String YEAR_AND_DAY = "YD";

    private static final List<String> OF_EXPIRY = List.of("Y", "DY");

    private final DateOrder order;
    private final Century century;
    private final List<Item> numbers;
    private final Set<Integer> months;

    private Dates(Utterance said, DateOrder order, Century century) {
        this.order = order;
        this.century = century;
        months =
                said.items().stream()
                        .filter(item -> item.is(Kind.MONTH))
                        .map(Item::value)
                        .collect(Collectors.toSet());
        numbers = numbers(said.items());
    }

    /** The numbers, and where something stands between them that no field goes beyond. */
    private static List<Item> numbers(List<Item> items) {
        List<Item> numbers = new ArrayList<>();
        for (Item item : items) {
            boolean counts = item.kind().isNumber() || item.is(Kind.ORDINAL);
            boolean and =
                    item.is(Kind.AND) && !numbers.isEmpty() && numbers.getLast().is(Kind.SCALE);
            if (counts || and) {
                numbers.add(item);
            } else if (item.is(Kind.MONTH) && !numbers.isEmpty()) {
                numbers.add(Item.of(Kind.OTHER, ""));
            }
        }
        return numbers;
    }

    /** A date of birth, or parts of one; null if there is none. */
    static @Nullable Calendar ofBirth(Utterance said, DateOrder order, int thisYear) {
        Dates dates = new Dates(said, order, Century.ofBirth(thisYear));
        return dates.months.isEmpty() ? dates.inNumbers() : dates.withName(OF_BIRTH);
    }

    /** A card's expiry, or parts of one; null if there is none. */
    static @Nullable Calendar ofExpiry(Utterance said, DateOrder order) {
        Dates dates = new Dates(said, order, Century.ofExpiry());
        return dates.months.isEmpty() ? dates.expiryInNumbers() : dates.withName(OF_EXPIRY);
    }

    /**
     * A part that was asked for; null if it is not there.
     *
     * @param field D, M or Y
     */
    static @Nullable Calendar part(Utterance said, char field, Century century) {
        Dates dates = new Dates(said, DateOrder.DAY_FIRST, century);
        if (!dates.months.isEmpty() || dates.numbers.isEmpty()) {
            return null;
        }
        if (field == 'Y') {
            return dates.only(Fields.read(dates.numbers, "Y", century, Calendar.NOTHING));
        }
        int value = Fields.small(dates.numbers);
        return value > 0 ? Calendar.NOTHING.with(field, value, false) : null;
    }

    private @Nullable Calendar withName(List<String> orders) {
        if (months.size() > 1) {
            return null;
        }
        Calendar known = Calendar.NOTHING.with('M', months.iterator().next(), false);
        if (numbers.isEmpty()) {
            return known;
        }
        List<Set<Calendar>> readings = new ArrayList<>();
        orders.forEach(fields -> readings.add(Fields.read(numbers, fields, century, known)));
        if (numbers.stream().anyMatch(item -> item.is(Kind.OTHER))) {
            readings.add(Fields.read(numbers, YEAR_AND_DAY, century, known));
        }
        Set<Calendar> full = new HashSet<>();
        readings.forEach(some -> some.stream().filter(Calendar::fullYear).forEach(full::add));
        if (!full.isEmpty()) {
            return only(full);
        }
        return readings.stream()
                .filter(some -> !some.isEmpty())
                .findFirst()
                .map(this::only)
                .orElse(null);
    }

    private @Nullable Calendar only(Set<Calendar> readings) {
        return readings.size() == 1 ? readings.iterator().next() : null;
    }

    private @Nullable Calendar inNumbers() {
        if (numbers.isEmpty()) {
            return null;
        }
        String digits = digits();
        if ((digits.length() == 8 || digits.length() == 6) && !isInGroups()) {
            return inDigits(digits);
        }
        Set<Calendar> usual = fields(order.fields());
        if (!usual.isEmpty()) {
            return only(usual);
        }
        Set<Calendar> others = new HashSet<>();
        for (DateOrder other : DateOrder.values()) {
            fields(other.fields()).stream().filter(Calendar::isReal).forEach(others::add);
        }
        return others.isEmpty() ? alone() : only(others);
    }

    private Set<Calendar> fields(String fields) {
        return Fields.read(numbers, fields, century, Calendar.NOTHING);
    }

    /** Only a day, if it can be nothing else, or only a year. */
    private @Nullable Calendar alone() {
        boolean ordinal = numbers.stream().anyMatch(item -> item.is(Kind.ORDINAL));
        Set<Calendar> readings = new HashSet<>(ordinal ? fields("D") : Set.of());
        fields("Y").stream().filter(Calendar::fullYear).forEach(readings::add);
        return only(readings);
    }

    /** All digits in one, if there is nothing but digits one by one; else empty. */
    private String digits() {
        StringBuilder digits = new StringBuilder();
        for (Item item : numbers) {
            if (!item.is(Kind.DIGITS) && !item.isUnit()) {
                return "";
            }
            digits.append(item.is(Kind.DIGITS) ? item.text() : Integer.toString(item.value()));
        }
        return digits.toString();
    }

    /** Whether day, month and year stand apart: 02/03/1995. */
    private boolean isInGroups() {
        return numbers.size() == 3 && numbers.stream().allMatch(item -> item.is(Kind.DIGITS));
    }

    private @Nullable Calendar inDigits(String digits) {
        Calendar usual = cut(digits, order);
        if (usual.isReal() || digits.length() == 6) {
            return usual.isLikely() ? usual : null;
        }
        Set<Calendar> others = new HashSet<>();
        for (DateOrder other : DateOrder.values()) {
            Calendar calendar = cut(digits, other);
            if (calendar.isReal()) {
                boolean _ = others.add(calendar);
            }
        }
        if (others.isEmpty()) {
            return usual.isLikely() ? usual : null;
        }
        return only(others);
    }

    private Calendar cut(String digits, DateOrder by) {
        Calendar calendar = Calendar.NOTHING;
        int at = 0;
        for (char field : by.fields().toCharArray()) {
            int size = field == 'Y' ? digits.length() - 4 : 2;
            int value = Integer.parseInt(digits.substring(at, at + size));
            boolean full = field == 'Y' && size == 4;
            calendar =
                    calendar.with(field, field == 'Y' && !full ? century.year(value) : value, full);
            at += size;
        }
        return calendar;
    }

    private @Nullable Calendar expiryInNumbers() {
        String digits = digits();
        if (numbers.size() != 2 && digits.length() == 4) {
            return digits.startsWith("20") ? month(null, digits) : month(digits, 2);
        }
        if (numbers.size() != 2 && digits.length() == 6) {
            return month(digits, 2);
        }
        Set<Calendar> readings = new HashSet<>(fields("MY"));
        for (String fields : List.of("YM", "Y", order.fields())) {
            fields(fields).stream().filter(Calendar::fullYear).forEach(readings::add);
        }
        return readings.isEmpty() ? pair() : only(readings);
    }

    /** Month and year in digits. */
    private Calendar month(String digits, int cut) {
        int year = Integer.parseInt(digits.substring(cut));
        boolean full = digits.length() == 6;
        return month(Integer.valueOf(digits.substring(0, cut)), full ? year : century.year(year));
    }

    private static Calendar month(@Nullable Integer month, String year) {
        return month(month, Integer.parseInt(year));
    }

    private static Calendar month(@Nullable Integer month, int year) {
        return new Calendar(year, month, null, true);
    }

    /** A month and a year, even if there is no such month: 13/27. */
    private @Nullable Calendar pair() {
        if (numbers.size() != 2) {
            return null;
        }
        int month = Fields.small(numbers.subList(0, 1));
        Calendar year = only(Fields.read(numbers.subList(1, 2), "Y", century, Calendar.NOTHING));
        return month < 0 || year == null
                ? null
                : new Calendar(year.year(), month, null, year.fullYear());
    }

    @Override
    public String toString() {
        return "Dates[...]";
    }
}
