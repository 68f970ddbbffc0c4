package io.vouchline.risk.simulation;

import java.util.List;

/** Seeds that may be looked at while weights are chosen, and those that may not. */
final class Seeds {

    /** For choosing weights and thresholds; the command's usual ones. */
    static final List<Long> TRAINING = List.of(1L, 2L, 3L, 4L, 5L);

    /** For promises alone: weights that were chosen on them would keep a promise by rote. */
    static final List<Long> HELD_OUT = List.of(101L, 102L, 103L);

    private Seeds() {}
}
