/** Security keys: time-based one-time passwords from an authenticator app. */
@NullMarked
package io.vouchline.otp.securitykey;

import org.jspecify.annotations.NullMarked;
