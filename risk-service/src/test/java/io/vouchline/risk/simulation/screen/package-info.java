/** What decides on a request: the real score, and plain limits to compare it with. */
@NullMarked
package io.vouchline.risk.simulation.screen;

import org.jspecify.annotations.NullMarked;
