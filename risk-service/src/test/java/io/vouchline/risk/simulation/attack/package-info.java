/** Streams of requests that nobody genuine makes. */
@NullMarked
package io.vouchline.risk.simulation.attack;

import org.jspecify.annotations.NullMarked;
