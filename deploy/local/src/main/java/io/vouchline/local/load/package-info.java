/** Loads a file of customers into a running fleet, for the person who waits for it. */
@NullMarked
package io.vouchline.local.load;

import org.jspecify.annotations.NullMarked;
