/** The fleet on one machine: what is started, in which order, and how it ends. */
@NullMarked
package io.vouchline.local;

import org.jspecify.annotations.NullMarked;
