/** How long an answer is still of use: the time that remains, carried from hop to hop. */
@NullMarked
package io.vouchline.contract.deadline;

import org.jspecify.annotations.NullMarked;
