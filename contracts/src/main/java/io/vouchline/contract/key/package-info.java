/** Secret keys from mounted JWK set files. */
@NullMarked
package io.vouchline.contract.key;

import org.jspecify.annotations.NullMarked;
