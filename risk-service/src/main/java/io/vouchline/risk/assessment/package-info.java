/** The verdict on a number: score, scale, recommendation. */
@NullMarked
package io.vouchline.risk.assessment;

import org.jspecify.annotations.NullMarked;
