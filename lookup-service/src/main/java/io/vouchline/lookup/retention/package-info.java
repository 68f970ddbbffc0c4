/** How long what is written down is kept. */
@NullMarked
package io.vouchline.lookup.retention;

import org.jspecify.annotations.NullMarked;
