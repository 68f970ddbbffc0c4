package io.vouchline.risk.simulation.screen;

import java.util.List;

/**
 * What was decided on a request.
 *
 * @param score 0 to 1000
 * @param blocked whether nothing was sent
 * @param reasons the codes of the strongest reasons, strongest first
 */
public record Verdict(int score, boolean blocked, List<String> reasons) {}
