/** The languages that callers are spoken with: each is one file with its prompts and its words. */
@NullMarked
package io.vouchline.gateway.language;

import org.jspecify.annotations.NullMarked;
