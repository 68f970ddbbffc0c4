/** Who asks, when and for which numbers: genuine callers, by stated priors. */
@NullMarked
package io.vouchline.risk.simulation.traffic;

import org.jspecify.annotations.NullMarked;
