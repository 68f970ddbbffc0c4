/** Sessions: conversations with callers that voice platforms drive turn by turn. */
@NullMarked
package io.vouchline.gateway.session;

import org.jspecify.annotations.NullMarked;
