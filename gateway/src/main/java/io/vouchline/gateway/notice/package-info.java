/** Telling customers of changed contacts: lookup-service knows of what, otp-service tells. */
@NullMarked
package io.vouchline.gateway.notice;

import org.jspecify.annotations.NullMarked;
