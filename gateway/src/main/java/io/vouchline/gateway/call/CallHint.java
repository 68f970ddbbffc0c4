package io.vouchline.gateway.call;

import io.vouchline.contract.number.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * In which call something happens, as far as the platform says.
 *
 * @param id the call; null if it is to be found by its caller
 * @param caller who calls; null if withheld or not told
 */
public record CallHint(@Nullable CallId id, @Nullable PhoneNumber caller) {}
