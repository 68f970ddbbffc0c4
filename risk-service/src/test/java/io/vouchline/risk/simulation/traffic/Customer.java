package io.vouchline.risk.simulation.traffic;

import io.vouchline.contract.number.PhoneNumber;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A genuine customer.
 *
 * @param kinds what kind of number it is
 * @param zone where they live
 * @param nightOwl whether they call at night
 * @param address where they ask from; empty if they telephone
 */
public record Customer(
        PhoneNumber number,
        Set<Kind> kinds,
        ZoneId zone,
        boolean nightOwl,
        Optional<String> address) {}
