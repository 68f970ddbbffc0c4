/** Customers' authenticators: kept for otp-service, which alone can open them. */
@NullMarked
package io.vouchline.lookup.authenticator;

import org.jspecify.annotations.NullMarked;
