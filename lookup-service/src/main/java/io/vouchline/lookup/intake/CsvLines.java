package io.vouchline.lookup.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180), UTF-8. The first line names the columns: each is a path into
 * the JSON object of a line, such as {@code accounts.0.number}. A blank cell is an absent member.
 */
final class CsvLines implements Lines {

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
                        .maxBufferSize(LONGEST_LINE)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)
                        .iterator();
        CsvRecord header = record();
        if (header == null) {
            throw new BadBodyException("The body has no header line.");
        }
        this.columns = CsvColumns.of(header.getFields());
    }

    @Override
    public @Nullable DeliveredLine next() throws IOException {
        CsvRecord row = record();
        if (row == null) {
            return null;
        }
        long number = row.getStartingLineNumber();
        List<String> cells = row.getFields();
        return cells.size() == columns.count()
                ? new DeliveredLine.Text(number, columns.object(cells).toString())
                : new DeliveredLine.Unreadable(number, "has not as many cells as the header");
    }

    private @Nullable CsvRecord record() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        } catch (CsvParseException e) {
            // Its message may hold what it could not read.
            throw new BadBodyException("The CSV cannot be read: a quote that is not closed?");
        }
    }
}
