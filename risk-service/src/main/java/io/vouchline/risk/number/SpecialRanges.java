package io.vouchline.risk.number;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ranges whose numbers are special, told by their leading digits. Of two ranges that a number
 * lies in, the narrower one decides, so that {@code ORDINARY} can take a part out of a range.
 */
@Singleton
public final class SpecialRanges {

    private static final List<String> HEADER = List.of("prefix", "kind", "note");
    private static final Pattern PREFIX = Pattern.compile("[1-9][0-9]{0,14}");

    private final Map<String, SpecialRange> ranges;
    private final int longest;

    /** Reads the file once, at start. */
    @Inject
    SpecialRanges(SpecialRangesConfig config) {
        this(config.file().map(SpecialRangesFile::at).orElseGet(SpecialRangesFile::shipped));
    }

    SpecialRanges(SpecialRangesFile file) {
        this.ranges = read(file);
        this.longest = ranges.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The kind of range that the number lies in. */
    public SpecialRange of(PhoneNumber number) {
        String digits = number.e164().substring(1);
        for (int length = Math.min(longest, digits.length()); length > 0; length--) {
            SpecialRange range = ranges.get(digits.substring(0, length));
            if (range != null) {
                return range;
            }
        }
        return SpecialRange.ORDINARY;
    }

    private static Map<String, SpecialRange> read(SpecialRangesFile file) {
        List<CsvRecord> lines = file.lines();
        if (lines.isEmpty() || !lines.getFirst().getFields().equals(HEADER)) {
            throw file.unusable(1, "the header is missing");
        }
        Map<String, SpecialRange> ranges = new HashMap<>();
        for (CsvRecord line : lines.subList(1, lines.size())) {
            add(ranges, line, file);
        }
        return Map.copyOf(ranges);
    }

    private static void add(
            Map<String, SpecialRange> ranges, CsvRecord line, SpecialRangesFile file) {
        long number = line.getStartingLineNumber();
        if (line.getFieldCount() != HEADER.size()) {
            throw file.unusable(number, "it has not three cells");
        }
        String prefix = line.getField(0);
        if (!PREFIX.matcher(prefix).matches()) {
            throw file.unusable(number, "the prefix is not made of 1 to 15 digits");
        }
        SpecialRange kind =
                SpecialRange.named(line.getField(1))
                        .orElseThrow(() -> file.unusable(number, "there is no such kind"));
        if (line.getField(2).isBlank()) {
            throw file.unusable(number, "the note is blank");
        }
        if (ranges.putIfAbsent(prefix, kind) != null) {
            throw file.unusable(number, "the prefix stands on an earlier line too");
        }
    }
}
