/** What the gateway itself remembers of a verification: whose it is, and where it is reported. */
@NullMarked
package io.vouchline.gateway.transaction;

import org.jspecify.annotations.NullMarked;
