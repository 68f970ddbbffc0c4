/** Which call an agent has, who calls, and what a look-up in the call came to. */
@NullMarked
package io.vouchline.gateway.call;

import org.jspecify.annotations.NullMarked;
