/** The secrets of a local fleet, made at its first start and kept. */
@NullMarked
package io.vouchline.local.key;

import org.jspecify.annotations.NullMarked;
