/** What is remembered of numbers, destinations and clients: counters that forget as time passes. */
@NullMarked
package io.vouchline.risk.history;

import org.jspecify.annotations.NullMarked;
