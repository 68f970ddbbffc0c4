package io.vouchline.lookup.intake;

/** What a load has done so far. */
final class Progress {

    long lines;
    long created;
    long updated;
    long unchanged;
    long removed;
    long rejected;

    /** Lines that could not be read so far as to tell whom they are about. */
    long unreadable;
}
