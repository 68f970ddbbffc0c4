/** How services use Redis: scripts, the clock they run by, what the server must promise. */
@NullMarked
package io.vouchline.contract.redis;

import org.jspecify.annotations.NullMarked;
