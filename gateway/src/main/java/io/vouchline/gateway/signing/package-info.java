/** The keys that the gateway signs with, and the kinds of tokens that they sign. */
@NullMarked
package io.vouchline.gateway.signing;

import org.jspecify.annotations.NullMarked;
