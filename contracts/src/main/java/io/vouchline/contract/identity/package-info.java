/**
 * Who calls, on whose behalf and with which rights: the internal token's names, and its
 * verification.
 */
@NullMarked
package io.vouchline.contract.identity;

import org.jspecify.annotations.NullMarked;
