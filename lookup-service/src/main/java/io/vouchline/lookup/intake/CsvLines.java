package io.vouchline.lookup.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180), UTF-8. The first line names the columns: each is a path into
 * the JSON object of a line, such as {@code accounts.0.number}. A blank cell is an absent member.
 */
final class CsvLines implements Lines {

    /** A longer row ends the load: where the next one begins would be a guess. */
    private static final int LONGEST_ROW = 4 * LONGEST_LINE;

    private final Iterator<CsvRecord> records;
    private final CsvColumns columns;

    /** Reads the header. */
    CsvLines(InputStream body) throws IOException {
        InputStreamReader text =
                new InputStreamReader(
                        body,
                        UTF_8.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.records =
                CsvReader.builder()
                        .maxBufferSize(LONGEST_ROW)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .build(
                                CsvRecordHandler.builder()
                                        .maxFields(CsvColumns.MOST)
                                        .maxFieldSize(LONGEST_LINE)
                                        .maxRecordSize(LONGEST_ROW)
                                        .build(),
                                text)
                        .iterator();
        CsvRecord header = record();
        if (header == null) {
            throw new BadBodyException("The body has no header line.");
        }
        this.columns = CsvColumns.of(withoutMark(header.getFields()));
    }

    @Override
    public @Nullable DeliveredLine next() throws IOException {
        CsvRecord row = record();
        if (row == null) {
            return null;
        }
        long number = row.getStartingLineNumber();
        List<String> cells = row.getFields();
        if (cells.size() != columns.count()) {
            return new DeliveredLine.Unreadable(number, "has not as many cells as the header");
        }
        if (cells.stream().mapToInt(String::length).sum() > LONGEST_LINE) {
            return new DeliveredLine.Unreadable(number, "is longer than 64 KiB");
        }
        return new DeliveredLine.Text(number, columns.object(cells).toString());
    }

    /** Some programs begin a file with a byte order mark. */
    private static List<String> withoutMark(List<String> header) {
        List<String> names = new ArrayList<>(header);
        names.set(0, names.getFirst().replaceFirst("^\uFEFF", ""));
        return names;
    }

    private @Nullable CsvRecord record() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new BadBodyException("The CSV is not UTF-8.");
            }
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new BadBodyException("The CSV is not UTF-8.");
            }
            // Its message may hold what it could not read.
            throw new BadBodyException(
                    "The CSV cannot be read: a quote that is not closed, or a cell or row that is too long.");
        }
    }
}
