/** Telesign's Voice Verify with Verify Plus. */
@NullMarked
package io.vouchline.gateway.telesign;

import org.jspecify.annotations.NullMarked;
