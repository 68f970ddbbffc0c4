/** Proofs that count as failures before they are looked at, and numbers that are locked by them. */
@NullMarked
package io.vouchline.gateway.attempt;

import org.jspecify.annotations.NullMarked;
