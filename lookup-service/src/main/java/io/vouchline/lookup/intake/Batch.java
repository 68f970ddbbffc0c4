package io.vouchline.lookup.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some lines of a load, in which each customer stands once. */
final class Batch {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_CHARACTERS = 1024 * 1024;

    private final Map<UUID, IndexedLine> lines = new LinkedHashMap<>();
    private final List<UUID> seen = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private long delivered;
    private long unreadable;
    private int characters;

    /** Whether the next line belongs in another batch. */
    boolean isFull() {
        return delivered >= MOST_LINES || characters >= MOST_CHARACTERS;
    }

    /** Whether a line of this customer is here: a later one must not stand beside it. */
    boolean holds(UUID customer) {
        return lines.containsKey(customer);
    }

    void add(IndexedLine line, int length) {
        delivered++;
        characters += length;
        IndexedLine _ = lines.put(line.customer(), line);
        // Who is removed by a line of its own is not removed for want of one.
        seen.add(line.customer());
    }

    /** Takes note of a bad line, and of whom it is about if that could be read. */
    void refuse(LineError error, int length, @Nullable UUID customer) {
        delivered++;
        characters += length;
        errors.add(error);
        if (customer == null) {
            unreadable++;
        } else {
            seen.add(customer);
        }
    }

    Collection<IndexedLine> lines() {
        return lines.values();
    }

    /** The customers that the institution has named. */
    List<UUID> seen() {
        return seen;
    }

    List<LineError> errors() {
        return errors;
    }

    /** All lines, good and bad. */
    long delivered() {
        return delivered;
    }

    /** Lines that do not tell whom they are about. */
    long unreadable() {
        return unreadable;
    }
}
