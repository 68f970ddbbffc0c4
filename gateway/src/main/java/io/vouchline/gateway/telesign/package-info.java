/** Telesign's Voice Verify and SMS Verify with Verify Plus, and its Intelligence. */
@NullMarked
package io.vouchline.gateway.telesign;

import org.jspecify.annotations.NullMarked;
