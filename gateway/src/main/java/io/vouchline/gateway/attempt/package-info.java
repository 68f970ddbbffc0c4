/** Numbers that are locked after too many wrong codes. */
@NullMarked
package io.vouchline.gateway.attempt;

import org.jspecify.annotations.NullMarked;
