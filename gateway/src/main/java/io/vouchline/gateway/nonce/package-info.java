/** What may be used once only: it is remembered for as long as it would be good. */
@NullMarked
package io.vouchline.gateway.nonce;

import org.jspecify.annotations.NullMarked;
