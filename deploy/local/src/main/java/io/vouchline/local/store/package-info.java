/** PostgreSQL and Redis: the fleet's own, or servers that are already there. */
@NullMarked
package io.vouchline.local.store;

import org.jspecify.annotations.NullMarked;
