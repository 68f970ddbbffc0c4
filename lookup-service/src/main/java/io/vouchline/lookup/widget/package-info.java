/** Call widgets: what an agent's screen shows of a call, as each tenant defines it. */
@NullMarked
package io.vouchline.lookup.widget;

import org.jspecify.annotations.NullMarked;
