/** Lists of numbers, prefixes, ranges and regions that are refused or trusted. */
@NullMarked
package io.vouchline.risk.listing;

import org.jspecify.annotations.NullMarked;
