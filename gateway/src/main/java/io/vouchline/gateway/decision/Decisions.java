package io.vouchline.gateway.decision;

import java.util.List;

/**
 * What was decided.
 *
 * @param decisions the last 50 at the most, newest first
 */
record Decisions(List<Decision> decisions) {}
