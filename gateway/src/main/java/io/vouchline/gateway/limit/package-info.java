/** How much may come in: of each client, at once, and how slowly. */
@NullMarked
package io.vouchline.gateway.limit;

import org.jspecify.annotations.NullMarked;
