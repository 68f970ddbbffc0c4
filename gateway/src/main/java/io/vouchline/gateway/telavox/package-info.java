/** Telavox: the customer behind keypad input or a calling number. */
@NullMarked
package io.vouchline.gateway.telavox;

import org.jspecify.annotations.NullMarked;
