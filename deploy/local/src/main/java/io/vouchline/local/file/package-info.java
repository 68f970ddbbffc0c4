/** Files that only their owner may read. */
@NullMarked
package io.vouchline.local.file;

import org.jspecify.annotations.NullMarked;
