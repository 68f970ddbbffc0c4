/** Tells a platform, at the address that it gave, what became of its Telesign verification. */
@NullMarked
package io.vouchline.gateway.callback;

import org.jspecify.annotations.NullMarked;
