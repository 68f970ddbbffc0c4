/** The platforms' dialects, and how each tells a failure. */
@NullMarked
package io.vouchline.gateway.dialect;

import org.jspecify.annotations.NullMarked;
