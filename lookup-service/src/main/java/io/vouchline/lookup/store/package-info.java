/** What a failing database means to whoever asked. */
@NullMarked
package io.vouchline.lookup.store;

import org.jspecify.annotations.NullMarked;
