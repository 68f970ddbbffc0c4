/** What the gateway takes of a stranger's trace, and which requests are traced. */
@NullMarked
package io.vouchline.gateway.trace;

import org.jspecify.annotations.NullMarked;
