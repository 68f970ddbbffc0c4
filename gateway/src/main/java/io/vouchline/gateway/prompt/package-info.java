/** What callers are told: in words, as SSML, or by a recording. */
@NullMarked
package io.vouchline.gateway.prompt;

import org.jspecify.annotations.NullMarked;
