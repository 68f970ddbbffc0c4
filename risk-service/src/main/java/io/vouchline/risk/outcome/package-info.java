/** What became of numbers after they were assessed: read from otp-service's streams, or told. */
@NullMarked
package io.vouchline.risk.outcome;

import org.jspecify.annotations.NullMarked;
