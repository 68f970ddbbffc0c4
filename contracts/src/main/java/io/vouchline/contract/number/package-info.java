/**
 * Telephone numbers: the one parser, the one value type, and the keyed hash that stands for a
 * number in stores.
 */
@NullMarked
package io.vouchline.contract.number;

import org.jspecify.annotations.NullMarked;
