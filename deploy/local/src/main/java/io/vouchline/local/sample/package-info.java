/** Customers that nobody is: as many as wanted, the same for the same seed. */
@NullMarked
package io.vouchline.local.sample;

import org.jspecify.annotations.NullMarked;
