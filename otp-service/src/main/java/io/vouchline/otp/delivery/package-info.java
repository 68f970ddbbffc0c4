/** Getting the code there: one class a channel, a queue, and a dispatcher outside the request. */
@NullMarked
package io.vouchline.otp.delivery;

import org.jspecify.annotations.NullMarked;
