/** Voice platforms that drive sessions: each by its own requests, in its own media type. */
@NullMarked
package io.vouchline.gateway.voice;

import org.jspecify.annotations.NullMarked;
