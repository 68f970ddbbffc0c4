/** The one failure counter of a tenant's number, and its locks: for every kind of proof. */
@NullMarked
package io.vouchline.otp.attempt;

import org.jspecify.annotations.NullMarked;
