/** The secret itself: made, masked, hashed and sealed. */
@NullMarked
package io.vouchline.otp.passcode;

import org.jspecify.annotations.NullMarked;
