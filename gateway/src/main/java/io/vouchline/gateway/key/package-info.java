/** The keys under which Redis holds numbers and what is personal. */
@NullMarked
package io.vouchline.gateway.key;

import org.jspecify.annotations.NullMarked;
