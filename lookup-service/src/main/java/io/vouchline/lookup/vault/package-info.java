/** Encryption at rest and the blind indexes by which sealed values are found. */
@NullMarked
package io.vouchline.lookup.vault;

import org.jspecify.annotations.NullMarked;
