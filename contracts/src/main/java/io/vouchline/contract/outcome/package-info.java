/** What happened to codes: otp-service's streams of events, and how another service reads them. */
@NullMarked
package io.vouchline.contract.outcome;

import org.jspecify.annotations.NullMarked;
