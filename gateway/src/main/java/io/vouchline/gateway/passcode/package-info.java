/** Codes to registered phones and mailboxes: by which way they go, and whether they may. */
@NullMarked
package io.vouchline.gateway.passcode;

import org.jspecify.annotations.NullMarked;
