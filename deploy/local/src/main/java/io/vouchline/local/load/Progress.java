package io.vouchline.local.load;

import io.vouchline.local.load.ImportJob.Counters;

/**
 * How far an import is.
 *
 * @param sent bytes of the file that are on their way
 * @param size bytes of the file
 * @param seconds since the first byte
 * @param counters what lookup-service has told of the lines
 */
record Progress(long sent, long size, double seconds, Counters counters) {

    private static final double SOON = 0.5;

    /** Whole only if all is sent. */
    int percent() {
        return (int) (100.0 * sent / size);
    }

    boolean isSent() {
        return sent >= size;
    }

    double bytesPerSecond() {
        return seconds < SOON ? 0 : sent / seconds;
    }

    /** Seconds until all is sent, if it goes on like this; negative if nobody can know yet. */
    long secondsLeft() {
        double rate = bytesPerSecond();
        return rate == 0 ? -1 : (long) Math.ceil((size - sent) / rate);
    }
}
