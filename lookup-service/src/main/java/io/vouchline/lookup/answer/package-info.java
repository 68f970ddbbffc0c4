/** Answers to the security questions. */
@NullMarked
package io.vouchline.lookup.answer;

import org.jspecify.annotations.NullMarked;
