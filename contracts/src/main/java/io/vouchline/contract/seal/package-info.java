/** Sealing of what must not be read where it is kept. */
@NullMarked
package io.vouchline.contract.seal;

import org.jspecify.annotations.NullMarked;
