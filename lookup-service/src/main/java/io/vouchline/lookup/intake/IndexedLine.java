package io.vouchline.lookup.intake;

import java.util.UUID;

/**
 * A good line with the blind indexes that it is known by.
 *
 * @param customer the row that it is the truth about
 * @param content stands for the line as it was delivered: an equal line changes nothing
 */
record IndexedLine(long number, UUID customer, UUID content, CustomerLine line) {}
