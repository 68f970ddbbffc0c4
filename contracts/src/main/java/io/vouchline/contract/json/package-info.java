/** How strictly both ends read JSON. */
@NullMarked
package io.vouchline.contract.json;

import org.jspecify.annotations.NullMarked;
