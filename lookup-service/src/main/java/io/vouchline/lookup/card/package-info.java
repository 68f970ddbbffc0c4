/** Cards: what is kept of them, and their summary. */
@NullMarked
package io.vouchline.lookup.card;

import org.jspecify.annotations.NullMarked;
