/** The institution's app: what it is asked to approve, and what it answers. */
@NullMarked
package io.vouchline.local.app;

import org.jspecify.annotations.NullMarked;
