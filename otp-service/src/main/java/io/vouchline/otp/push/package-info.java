/** Approval in the institution's own app, with number matching; an approval is a verification. */
@NullMarked
package io.vouchline.otp.push;

import org.jspecify.annotations.NullMarked;
