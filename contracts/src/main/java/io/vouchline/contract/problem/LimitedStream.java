package io.vouchline.contract.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that refuses to give more bytes than it may have. */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream body, long most) {
        super(body);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        return value < 0 ? value : counted(1, value);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        return count <= 0 ? count : counted(count, count);
    }

    private int counted(int count, int result) {
        left -= count;
        if (left < 0) {
            throw BodyLimitFilter.tooLarge();
        }
        return result;
    }
}
