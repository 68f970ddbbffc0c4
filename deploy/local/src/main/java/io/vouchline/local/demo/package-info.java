/** The customers of the demo bank and what to try with them. */
@NullMarked
package io.vouchline.local.demo;

import org.jspecify.annotations.NullMarked;
