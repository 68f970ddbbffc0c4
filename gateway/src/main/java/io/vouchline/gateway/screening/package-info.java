/** Whether a code may go to a number, by its risk and the client's policy. */
@NullMarked
package io.vouchline.gateway.screening;

import org.jspecify.annotations.NullMarked;
