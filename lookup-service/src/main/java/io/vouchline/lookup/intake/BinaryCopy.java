package io.vouchline.lookup.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/**
 * Rows in the binary format of COPY (PostgreSQL manual, COPY, "Binary Format"): what is sealed
 * travels as it is, without the doubling of a textual form.
 */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int NULL = -1;
    private static final int END = -1;

    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(sink);
    private int rows;

    /**
     * Adds a row. Columns are uuid, bytea, text, boolean, smallint, bigint or timestamptz, given as
     * UUID, bytes, String, Boolean, Short, Long or Instant, or null.
     */
    void row(@Nullable Object... columns) {
        try {
            if (rows == 0) {
                header();
            }
            rows++;
            out.writeShort(columns.length);
            for (Object column : columns) {
                write(column);
            }
        } catch (IOException e) {
            // A byte array refuses nothing.
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Sends the rows, if there are any. */
    void send(CopyManager copy, String statement) throws SQLException, IOException {
        if (rows > 0) {
            out.writeShort(END);
            long _ = copy.copyIn(statement, new ByteArrayInputStream(sink.toByteArray()));
        }
    }

    private void header() throws IOException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    private void write(@Nullable Object column) throws IOException {
        switch (column) {
            case null -> out.writeInt(NULL);
            case UUID value -> {
                out.writeInt(2 * Long.BYTES);
                out.writeLong(value.getMostSignificantBits());
                out.writeLong(value.getLeastSignificantBits());
            }
            case byte[] value -> bytes(value);
            case String value -> bytes(value.getBytes(UTF_8));
            case Boolean value -> {
                out.writeInt(1);
                out.writeBoolean(value);
            }
            case Short value -> {
                out.writeInt(Short.BYTES);
                out.writeShort(value);
            }
            case Long value -> bigint(value);
            case Instant value -> bigint(ChronoUnit.MICROS.between(EPOCH, value));
            default -> throw new IllegalArgumentException("no column of this type");
        }
    }

    private void bytes(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private void bigint(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }
}
