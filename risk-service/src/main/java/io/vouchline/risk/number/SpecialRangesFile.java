package io.vouchline.risk.number;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The text of the special ranges: comma-separated values (RFC 4180), UTF-8; lines that begin with
 * "#" are remarks.
 *
 * @param name what messages call it
 */
record SpecialRangesFile(String name, String text) {

    private static final String SETTING = "vouchline.special-ranges.file";
    private static final String SHIPPED = "special-ranges.csv";
    private static final String KINDS =
            Arrays.stream(SpecialRange.values())
                    .map(SpecialRange::name)
                    .collect(Collectors.joining(", "));

    /** The institution's own file. */
    static SpecialRangesFile at(Path file) {
        String name = SETTING + "=" + file;
        try {
            return new SpecialRangesFile(name, Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(
                    name
                            + " cannot be read; name a readable file in UTF-8, or remove the setting"
                            + " to take the shipped one",
                    e);
        }
    }

    /** The file that comes with the service. */
    static SpecialRangesFile shipped() {
        try (InputStream in =
                Objects.requireNonNull(
                        SpecialRangesFile.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return new SpecialRangesFile(SHIPPED, new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines but blank ones and remarks; of any number of cells. */
    List<CsvRecord> lines() {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            throw new IllegalStateException(
                    "%s is no CSV (RFC 4180): %s; %s".formatted(name, e.getMessage(), expected()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the service does not start. */
    IllegalStateException unusable(long line, String fault) {
        return new IllegalStateException(
                "%s: line %d: %s; %s".formatted(name, line, fault, expected()));
    }

    private static String expected() {
        return "expected are the header prefix,kind,note, then lines with the leading digits of"
                + " numbers (country calling code first, no \"+\"), one of "
                + KINDS
                + ", and where this is known from; no prefix twice";
    }
}
