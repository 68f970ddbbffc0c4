/**
 * Telling customers of what was done in their name: sent in the request, with no code and no value.
 */
@NullMarked
package io.vouchline.otp.notice;

import org.jspecify.annotations.NullMarked;
