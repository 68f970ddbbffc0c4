/** The signals of the score, one class each. */
@NullMarked
package io.vouchline.risk.signal;

import org.jspecify.annotations.NullMarked;
