/**
 * What a trace may tell of a request: where it went and how long it took, never whom it was about.
 */
@NullMarked
package io.vouchline.contract.trace;

import org.jspecify.annotations.NullMarked;
