package io.vouchline.risk.listing;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.vouchline.contract.risk.ListApi.Extent;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.risk.ListApi.NewEntry;
import io.vouchline.contract.risk.ListApi.Subject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and checks one line of an import, as strictly as an entry that comes as JSON. */
@Singleton
final class LineReader {

    private final Validator validator;
    private final EntryRules rules;

    LineReader(Validator validator, EntryRules rules) {
        this.validator = validator;
        this.rules = rules;
    }

    /** What became of a line. */
    sealed interface Outcome {

        /** An entry without fault. */
        record Read(NewEntry entry) implements Outcome {}

        /** None, for a reason in words that hold no value. */
        record Refused(String reason) implements Outcome {}
    }

    Outcome read(CsvRecord row, boolean forAll) {
        List<String> cells = row.getFields().stream().map(String::strip).toList();
        if (cells.size() != ListCsv.COLUMNS.size()) {
            return new Outcome.Refused("has not as many cells as the header");
        }
        Optional<ListKind> list = constant(ListKind.values(), cells.get(0));
        if (list.isEmpty()) {
            return new Outcome.Refused("list is neither ALLOW nor DENY");
        }
        Optional<Extent> extent = constant(Extent.values(), cells.get(1));
        if (extent.isEmpty()) {
            return new Outcome.Refused("extent is none of NUMBER, PREFIX, RANGE, REGION");
        }
        try {
            return checked(entry(list.get(), extent.get(), cells, forAll));
        } catch (DateTimeParseException e) {
            return new Outcome.Refused("expires_at is no instant such as 2030-12-31T00:00:00Z");
        }
    }

    private static NewEntry entry(
            ListKind list, Extent extent, List<String> cells, boolean forAll) {
        return new NewEntry(
                list,
                new Subject(extent, cells.get(2), absentIfEmpty(cells.get(3))),
                cells.get(4),
                cells.get(5),
                cells.get(6).isEmpty() ? null : Instant.parse(cells.get(6)),
                forAll);
    }

    private Outcome checked(NewEntry entry) {
        return rules.fault(entry)
                .or(() -> violation(entry))
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Read(entry));
    }

    private Optional<String> violation(NewEntry entry) {
        return validator.validate(entry).stream().map(LineReader::sentence).sorted().findFirst();
    }

    private static String sentence(ConstraintViolation<NewEntry> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1) + " " + violation.getMessage();
    }

    private static @Nullable String absentIfEmpty(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String cell) {
        String name = cell.toUpperCase(Locale.ROOT);
        return Arrays.stream(constants).filter(one -> one.name().equals(name)).findFirst();
    }
}
