/** A customer's authenticators: binding, removing and checking them. */
@NullMarked
package io.vouchline.gateway.authenticator;

import org.jspecify.annotations.NullMarked;
