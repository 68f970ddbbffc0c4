/** Approval in the institution's own app: asking for it, and the app's answers. */
@NullMarked
package io.vouchline.gateway.push;

import org.jspecify.annotations.NullMarked;
