package io.vouchline.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** As many different customers as are wanted, made while they are read. */
public final class SampleLines extends InputStream {

    private final int count;
    private int next;
    private byte[] line = {};
    private int at;
    private long bytes;

    /** Customers from 0 to this number. */
    public SampleLines(int count) {
        this(0, count);
    }

    /** Customers from one number to another, which is not among them. */
    public SampleLines(int from, int to) {
        this.next = from;
        this.count = to;
    }

    /** How much has been read. */
    public long bytesRead() {
        return bytes;
    }

    /** The number of a customer: of a region with long numbers, so that there are enough. */
    public static String number(int customer) {
        return "+49151%08d".formatted(10_000_000 + customer);
    }

    /** The account of a customer. */
    public static String account(int customer) {
        return "%010d".formatted(customer);
    }

    /** A line. */
    public static String line(int i) {
        return """
               {"id":"sample-%1$d","name":"Given%1$d Family%1$d","birth_date":"19%2$02d-0%3$d-1%3$d","phones":[{"number":"%4$s","verified":true}],"mailboxes":[{"address":"customer%1$d@example.com","verified":true}],"accounts":[{"number":"%5$s","capacity":"self","debit_cards":[{"last_four":"%6$04d","expiry":"2028-0%3$d","primary":true}],"last_transaction":{"amount":"%7$d.30","payment_mode":"online","at":"2026-10-1%3$d"}}],"credit_cards":[{"last_four":"%6$04d","expiry":"2029-0%3$d"}]}
               """
                .formatted(i, i % 100, i % 9 + 1, number(i), account(i), i % 10_000, i % 5_000);
    }

    @Override
    public int read() {
        if (at == line.length && !advance()) {
            return -1;
        }
        bytes++;
        return line[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at == line.length && !advance()) {
            return -1;
        }
        int taken = Math.min(length, line.length - at);
        System.arraycopy(line, at, target, offset, taken);
        at += taken;
        bytes += taken;
        return taken;
    }

    private boolean advance() {
        if (next == count) {
            return false;
        }
        line = line(next++).getBytes(UTF_8);
        at = 0;
        return true;
    }
}
