/** Accounts, who holds them in which capacity, and their summary. */
@NullMarked
package io.vouchline.lookup.account;

import org.jspecify.annotations.NullMarked;
