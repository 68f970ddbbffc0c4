package io.vouchline.lookup.intake;

import java.util.List;

/**
 * What became of an import.
 *
 * @param accepted the lines that are stored
 * @param rejected the lines that are not
 * @param errors why, the first 100
 */
record ImportReport(int accepted, int rejected, List<LineError> errors) {}
