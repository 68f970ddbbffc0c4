/** What otp-service answers: does the caller hold this phone or mailbox? */
@NullMarked
package io.vouchline.contract.otp;

import org.jspecify.annotations.NullMarked;
