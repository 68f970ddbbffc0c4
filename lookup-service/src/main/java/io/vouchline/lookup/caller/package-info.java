/** Who is this caller? The questions that the gateway asks, and how what is held answers them. */
@NullMarked
package io.vouchline.lookup.caller;

import org.jspecify.annotations.NullMarked;
