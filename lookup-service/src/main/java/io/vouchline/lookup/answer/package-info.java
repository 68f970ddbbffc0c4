/** Answers to the security questions: what is held, revealed or compared with what was said. */
@NullMarked
package io.vouchline.lookup.answer;

import org.jspecify.annotations.NullMarked;
