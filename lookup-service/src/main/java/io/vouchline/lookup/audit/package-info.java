/**
 * Who asked what about whom: a row for every read of a customer's data, before its answer leaves.
 */
@NullMarked
package io.vouchline.lookup.audit;

import org.jspecify.annotations.NullMarked;
