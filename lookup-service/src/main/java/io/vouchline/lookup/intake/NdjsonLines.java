package io.vouchline.lookup.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, UTF-8, ended by LF or CRLF. */
final class NdjsonLines implements Lines {

    private static final int BLOCK = 64 * 1024;

    private final InputStream body;
    private final byte[] block = new byte[BLOCK];
    private final byte[] line = new byte[LONGEST_LINE];
    private final CharsetDecoder decoder =
            UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int from;
    private int to;
    private long number;

    NdjsonLines(InputStream body) {
        this.body = body;
    }

    @Override
    public @Nullable DeliveredLine next() throws IOException {
        while (fill()) {
            number++;
            int length = readLine();
            if (length > LONGEST_LINE) {
                return new DeliveredLine.Unreadable(number, "is longer than 64 KiB");
            }
            DeliveredLine delivered = decoded(length);
            if (!(delivered instanceof DeliveredLine.Text(long _, String text) && text.isBlank())) {
                return delivered;
            }
        }
        return null;
    }

    /**
     * Takes the line's bytes, without its end; answers its length, of which only so much is kept.
     */
    private int readLine() throws IOException {
        int length = 0;
        do {
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - from, Math.max(0, LONGEST_LINE - length));
            System.arraycopy(block, from, line, Math.min(length, LONGEST_LINE), kept);
            length = Math.min(length + end - from, Integer.MAX_VALUE - BLOCK);
            from = end;
            if (end < to) {
                from++;
                return length;
            }
        } while (fill());
        return length;
    }

    private boolean fill() throws IOException {
        if (from < to) {
            return true;
        }
        from = 0;
        to = body.read(block);
        return to > 0;
    }

    private DeliveredLine decoded(int length) {
        try {
            String text = decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
            return new DeliveredLine.Text(number, withoutMark(text));
        } catch (CharacterCodingException e) {
            return new DeliveredLine.Unreadable(number, "is not UTF-8");
        }
    }

    /** Some programs begin a file with a byte order mark. */
    private String withoutMark(String text) {
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
