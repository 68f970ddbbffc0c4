package io.vouchline.lookup.intake;

import io.vouchline.lookup.intake.LineReader.Outcome;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One load from its first line to its last, batch by batch. */
final class Load {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_CHARACTERS = 2 * 1024 * 1024;

    private final Connection connection;
    private final String tenant;
    private final String id;
    private final ImportOptions options;
    private final ImportJobs jobs;
    private final LineReader reader;
    private final BatchWriter writer;
    private final Progress progress = new Progress();

    private final Map<UUID, IndexedLine> batch = new LinkedHashMap<>();
    private final List<UUID> seen = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();
    private int lines;
    private int characters;

    Load(
            Connection connection,
            String tenant,
            String id,
            ImportOptions options,
            ImportJobs jobs,
            LineReader reader,
            BatchWriter writer) {
        this.connection = connection;
        this.tenant = tenant;
        this.id = id;
        this.options = options;
        this.jobs = jobs;
        this.reader = reader;
        this.writer = writer;
    }

    /** Runs to the end, which the job then tells. */
    void run(Lines source) throws SQLException, IOException {
        Removal removal = new Removal(connection, tenant, options, writer);
        for (DeliveredLine line = source.next(); line != null; line = source.next()) {
            take(reader.read(line));
        }
        flush();
        Optional<String> refusal =
                options.mode() == ImportMode.FULL ? removal.run(progress) : Optional.empty();
        flush();
        end(
                refusal.isPresent() ? ImportState.REMOVAL_REFUSED : ImportState.SUCCEEDED,
                refusal.orElse(null));
    }

    private void take(Outcome outcome) throws SQLException, IOException {
        progress.lines++;
        switch (outcome) {
            case Outcome.Refused(LineError error, String customer) -> refuse(error, customer);
            case Outcome.Read read -> take(read);
        }
        lines++;
        if (lines >= MOST_LINES || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    private void take(Outcome.Read read) throws SQLException, IOException {
        IndexedLine line = writer.indexed(read);
        if (batch.containsKey(line.customer())) {
            // The later line of a customer stands, so the earlier one goes in first.
            flush();
        }
        batch.put(line.customer(), line);
        characters += read.text().length();
        if (!line.line().isGone()) {
            seen.add(line.customer());
        }
    }

    private void refuse(LineError error, @Nullable String customer) {
        progress.rejected++;
        errors.add(error);
        if (customer == null || customer.isBlank()) {
            progress.unreadable++;
        } else {
            // A customer whose line is wrong is still a customer.
            seen.add(writer.customer(customer));
        }
    }

    private void flush() throws SQLException, IOException {
        if (!batch.isEmpty()) {
            writer.write(batch.values(), progress);
        }
        if (options.mode() == ImportMode.FULL) {
            writer.see(seen);
        }
        jobs.advance(connection, tenant, id, progress, errors);
        connection.commit();
        batch.clear();
        seen.clear();
        errors.clear();
        lines = 0;
        characters = 0;
    }

    private void end(ImportState state, @Nullable String detail) throws SQLException {
        jobs.end(connection, tenant, id, state, detail);
        connection.commit();
    }
}
