/** The world outside: the mail server and the phone company that the fleet sends its codes to. */
@NullMarked
package io.vouchline.local.carrier;

import org.jspecify.annotations.NullMarked;
