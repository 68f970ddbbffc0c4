/** The four services as processes on this machine. */
@NullMarked
package io.vouchline.local.process;

import org.jspecify.annotations.NullMarked;
