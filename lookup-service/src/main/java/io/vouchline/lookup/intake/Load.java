package io.vouchline.lookup.intake;

import io.vouchline.lookup.intake.LineReader.Outcome;
import io.vouchline.lookup.store.Unavailable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One load from its first line to its last, batch by batch. While one batch is written the next is
 * read, so that neither this service nor the database waits for the other all the time.
 */
final class Load {

    private final Connection connection;
    private final String tenant;
    private final String id;
    private final ImportOptions options;
    private final ImportJobs jobs;
    private final LineReader reader;
    private final BatchWriter writer;

    /** Belongs to whoever writes. */
    private final Progress progress = new Progress();

    private @Nullable Future<?> underWay;

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
        writeAll(source);
        Optional<String> refusal =
                options.mode() == ImportMode.FULL ? removal.run(progress) : Optional.empty();
        write(new Batch());
        jobs.end(
                connection,
                tenant,
                id,
                refusal.isPresent() ? ImportState.REMOVAL_REFUSED : ImportState.SUCCEEDED,
                refusal.orElse(null));
        connection.commit();
    }

    /** Closing the thread waits for it: the connection is free again, however this ends. */
    private void writeAll(Lines source) throws SQLException, IOException {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Batch batch = new Batch();
            for (DeliveredLine line = source.next(); line != null; line = source.next()) {
                Outcome outcome = reader.read(line);
                IndexedLine read =
                        outcome instanceof Outcome.Read good ? writer.indexed(good) : null;
                if (batch.isFull() || (read != null && batch.holds(read.customer()))) {
                    hand(batch, other);
                    batch = new Batch();
                }
                add(outcome, read, line.length(), batch);
            }
            hand(batch, other);
            await();
        }
    }

    private void add(Outcome outcome, @Nullable IndexedLine read, int length, Batch batch) {
        switch (outcome) {
            case Outcome.Read _ when read != null -> batch.add(read, length);
            case Outcome.Refused(LineError error, String customer)
                    when customer != null && !customer.isBlank() ->
                    // A customer whose line is wrong is still a customer.
                    batch.refuse(error, length, writer.customer(customer));
            case Outcome.Refused(LineError error, String _) -> batch.refuse(error, length, null);
            default -> throw new IllegalStateException("a line that was read has its indexes");
        }
    }

    private void hand(Batch batch, ExecutorService other) throws SQLException, IOException {
        await();
        underWay =
                other.submit(
                        () -> {
                            write(batch);
                            return null;
                        });
    }

    private void await() throws SQLException, IOException {
        try {
            if (underWay != null) {
                Object _ = underWay.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException refused -> throw refused;
                case IOException lost -> throw lost;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.problem();
        }
    }

    private void write(Batch batch) throws SQLException, IOException {
        progress.lines += batch.delivered();
        progress.rejected += batch.errors().size();
        progress.unreadable += batch.unreadable();
        if (!batch.lines().isEmpty()) {
            writer.write(batch.lines(), progress);
        }
        if (options.mode() == ImportMode.FULL) {
            writer.see(batch.seen());
        }
        jobs.advance(connection, tenant, id, progress, batch.errors());
        connection.commit();
    }
}
