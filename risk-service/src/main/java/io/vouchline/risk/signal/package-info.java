/** The score: one class for each signal, the weights of the signals, and their sum. */
@NullMarked
package io.vouchline.risk.signal;

import org.jspecify.annotations.NullMarked;
