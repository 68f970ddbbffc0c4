/** What was decided about whom, and why: told to the log, to a stream, and to operators. */
@NullMarked
package io.vouchline.gateway.decision;

import org.jspecify.annotations.NullMarked;
