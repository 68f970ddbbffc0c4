/** A simulator of callers and attacks: what the score stops, what it costs genuine callers. */
@NullMarked
package io.vouchline.risk.simulation;

import org.jspecify.annotations.NullMarked;
