package io.vouchline.lookup.intake;

/**
 * Why a line was refused.
 *
 * @param line its number, from 1
 * @param field the member at fault; empty if it is the line as a whole
 * @param reason in words; holds no value of the line
 */
record LineError(long line, String field, String reason) {}
