package io.vouchline.risk.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.ListAdminApi;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of an import: comma-separated values (RFC 4180), UTF-8, with a header. No failure
 * repeats anything of the text.
 */
final class ListCsv {

    /** The columns, in their order. */
    static final List<String> COLUMNS =
            List.of("list", "extent", "value", "to", "reason", "author", "expires_at");

    private static final int LONGEST_CELL = 1_000;

    private ListCsv() {}

    /**
     * All rows but the header; blank lines are left out.
     *
     * @throws ProblemException if the text as a whole cannot be read
     */
    static List<CsvRecord> rows(byte[] csv) {
        if (csv.length > ListAdminApi.LARGEST_IMPORT) {
            throw ProblemType.TOO_LARGE.exception("An import has at most 1,000,000 bytes.");
        }
        List<CsvRecord> rows = records(text(csv));
        if (rows.isEmpty() || !rows.getFirst().getFields().equals(COLUMNS)) {
            throw malformed("The first line must be: " + String.join(",", COLUMNS));
        }
        if (rows.size() - 1 > ListAdminApi.MOST_LINES) {
            throw ProblemType.TOO_LARGE.exception("An import has at most 10,000 lines.");
        }
        return rows.subList(1, rows.size());
    }

    private static List<CsvRecord> records(String text) {
        try {
            Iterator<CsvRecord> records =
                    CsvReader.builder()
                            .allowMissingFields(true)
                            .allowExtraFields(true)
                            .build(
                                    CsvRecordHandler.builder()
                                            .maxFields(COLUMNS.size() + 1)
                                            .maxFieldSize(LONGEST_CELL)
                                            .build(),
                                    text)
                            .iterator();
            List<CsvRecord> all = new ArrayList<>();
            records.forEachRemaining(all::add);
            return all;
        } catch (CsvParseException e) {
            // Its message may hold what it could not read.
            throw malformed(
                    "The CSV cannot be read: a quote that is not closed, too many cells, or a cell that is too long.");
        }
    }

    /** Some programs begin a file with a byte order mark. */
    private static String text(byte[] csv) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed("The CSV is not UTF-8.");
        }
    }

    private static ProblemException malformed(String detail) {
        return ProblemType.MALFORMED.exception(detail);
    }
}
