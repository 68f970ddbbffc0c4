/** What a number's own digits tell: how it is built and what kind of line it is. */
@NullMarked
package io.vouchline.risk.number;

import org.jspecify.annotations.NullMarked;
