/** What became of numbers after they were assessed. */
@NullMarked
package io.vouchline.gateway.feedback;

import org.jspecify.annotations.NullMarked;
