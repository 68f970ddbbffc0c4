/** How much may be sent: per number, client and destination, before anything is sent. */
@NullMarked
package io.vouchline.otp.quota;

import org.jspecify.annotations.NullMarked;
