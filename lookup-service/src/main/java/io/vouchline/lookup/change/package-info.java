/** Changes of phones and mailboxes, and whom to tell of them. */
@NullMarked
package io.vouchline.lookup.change;

import org.jspecify.annotations.NullMarked;
