/** Numbers that a client has refused or trusted from now on. */
@NullMarked
package io.vouchline.gateway.listing;

import org.jspecify.annotations.NullMarked;
