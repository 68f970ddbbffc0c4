/** What a caller has proven, as a statement that the gateway signs and reads again. */
@NullMarked
package io.vouchline.gateway.assertion;

import org.jspecify.annotations.NullMarked;
