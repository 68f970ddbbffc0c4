/** How customers come in: the bulk load. */
@NullMarked
package io.vouchline.lookup.intake;

import org.jspecify.annotations.NullMarked;
