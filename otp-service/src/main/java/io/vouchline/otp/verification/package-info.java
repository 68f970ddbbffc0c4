/** A verification's life: issued, checked, expired; every decision is one Redis script. */
@NullMarked
package io.vouchline.otp.verification;

import org.jspecify.annotations.NullMarked;
