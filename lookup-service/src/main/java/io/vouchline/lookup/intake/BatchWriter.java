package io.vouchline.lookup.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.lookup.vault.BlindIndex;
import io.vouchline.lookup.vault.BlindIndex.Kind;
import io.vouchline.lookup.vault.SealedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Makes batches of lines the truth about their customers: one question which of them are new or
 * changed, COPY of those alone, one merge.
 */
final class BatchWriter {

    private static final String STAGE = script("stage.sql");
    private static final String MERGE = script("merge.sql");
    private static final String KNOWN = "SELECT id, content FROM customer WHERE id = ANY (?)";
    private static final String TENANT = "SELECT set_config('vouchline.tenant', ?, true)";

    private final Connection connection;
    private final String tenant;
    private final ImportOptions options;
    private final BlindIndex index;
    private final SealedJson json;

    BatchWriter(
            Connection connection,
            String tenant,
            ImportOptions options,
            BlindIndex index,
            SealedJson json)
            throws SQLException {
        this.connection = connection;
        this.tenant = tenant;
        this.options = options;
        this.index = index;
        this.json = json;
        execute(STAGE);
        connection.commit();
    }

    /** The row of the customer with this durable id. */
    UUID customer(String id) {
        return index.of(tenant, Kind.CUSTOMER, id);
    }

    /** What a good line is known by. */
    IndexedLine indexed(LineReader.Outcome.Read read) {
        return new IndexedLine(
                read.number(),
                customer(read.line().id()),
                index.of(tenant, Kind.LINE, read.text()),
                read.line());
    }

    /**
     * Writes a batch, in which each customer stands once, and counts what it did. The caller
     * commits; of a dry run nothing is left by then.
     */
    void write(Collection<IndexedLine> lines, Progress progress) throws SQLException, IOException {
        begin();
        Map<UUID, UUID> known = known(lines);
        SealedBatch batch = new SealedBatch(tenant, index, json);
        for (IndexedLine line : lines) {
            add(line, known, batch, progress);
        }
        merge(batch);
    }

    /** Removes customers; the caller commits. */
    void remove(Collection<UUID> customers) throws SQLException, IOException {
        begin();
        SealedBatch batch = new SealedBatch(tenant, index, json);
        customers.forEach(batch::addGone);
        merge(batch);
    }

    private void begin() throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(TENANT)) {
            set.setString(1, tenant);
            boolean _ = set.execute();
        }
    }

    private void add(
            IndexedLine line, Map<UUID, UUID> known, SealedBatch batch, Progress progress) {
        UUID content = known.get(line.customer());
        boolean isKnown = content != null;
        if (line.line().isGone() && isKnown) {
            batch.addGone(line.customer());
            progress.removed++;
        } else if (line.line().isGone()) {
            progress.unchanged++;
        } else if (!isKnown) {
            batch.add(line, false);
            progress.created++;
        } else if (!line.content().equals(content)) {
            batch.add(line, true);
            progress.updated++;
        } else {
            if (options.rewrite()) {
                batch.add(line, true);
            }
            progress.unchanged++;
        }
    }

    private Map<UUID, UUID> known(Collection<IndexedLine> lines) throws SQLException {
        Map<UUID, UUID> known = new HashMap<>();
        Array ids =
                connection.createArrayOf(
                        "uuid", lines.stream().map(IndexedLine::customer).toArray(UUID[]::new));
        try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
            query.setArray(1, ids);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
        }
        return known;
    }

    private void merge(SealedBatch batch) throws SQLException, IOException {
        if (!batch.isEmpty()) {
            batch.send(copy());
            execute(MERGE);
        }
        if (options.dryRun()) {
            connection.rollback();
        }
    }

    /** Remembers customers that a full load has named. */
    void see(List<UUID> customers) throws SQLException, IOException {
        BinaryCopy rows = new BinaryCopy();
        customers.forEach(rows::row);
        rows.send(copy(), "COPY seen FROM STDIN (FORMAT binary)");
    }

    private CopyManager copy() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    private static String script(String name) {
        try (InputStream file = BatchWriter.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the class path");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
