/** What came of it: figures, tables, plots. */
@NullMarked
package io.vouchline.risk.simulation.report;

import org.jspecify.annotations.NullMarked;
