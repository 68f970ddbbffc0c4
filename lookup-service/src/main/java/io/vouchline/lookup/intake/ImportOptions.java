package io.vouchline.lookup.intake;

/**
 * How a load is carried out.
 *
 * @param dryRun whether everything is read and counted and nothing is kept
 * @param force whether a full load may remove more than 5 % of the customers, or although some
 *     lines could not be read
 * @param rewrite whether unchanged customers are sealed anew too, as after a change of keys
 */
record ImportOptions(ImportMode mode, boolean dryRun, boolean force, boolean rewrite) {}
