/** Persons: how they are held, and how they are found by number or account. */
@NullMarked
package io.vouchline.lookup.customer;

import org.jspecify.annotations.NullMarked;
