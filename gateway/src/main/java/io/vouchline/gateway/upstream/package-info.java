/** The three services behind the gateway: one bean each, with its deadline, retries and breaker. */
@NullMarked
package io.vouchline.gateway.upstream;

import org.jspecify.annotations.NullMarked;
