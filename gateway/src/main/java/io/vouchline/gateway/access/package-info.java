/** Who calls? Clients, their credentials and their policy. */
@NullMarked
package io.vouchline.gateway.access;

import org.jspecify.annotations.NullMarked;
