package io.vouchline.gateway.attempt;

/**
 * How clearing a number ended.
 *
 * @param cleared whether there were failures or a lock, which are forgotten now
 */
record Clearance(boolean cleared) {}
