/** Numbers with a fixed outcome, for trying the product without calling anybody. */
@NullMarked
package io.vouchline.risk.sandbox;

import org.jspecify.annotations.NullMarked;
