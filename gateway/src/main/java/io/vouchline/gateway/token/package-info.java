/** Tokens for a key (OAuth 2.0 client credentials), and the keys that verify what we sign. */
@NullMarked
package io.vouchline.gateway.token;

import org.jspecify.annotations.NullMarked;
