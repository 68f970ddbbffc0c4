package io.vouchline.risk.number;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What a number's own digits tell, by libphonenumber's data.
 *
 * @param type the kind of line
 * @param range what kind of special range it lies in, if any
 * @param region ISO 3166-1 alpha-2; empty for numbers of no region
 * @param carrier who the range was assigned to, in English; known of mobiles and pagers only
 * @param location the place or country, in English
 * @param zones the time zones that it can be in; empty if none is known
 */
public record Intelligence(
        LineType type,
        SpecialRange range,
        Optional<String> region,
        Optional<String> carrier,
        Optional<String> location,
        Set<ZoneId> zones) {

    /** The same but for the kind of line. */
    public Intelligence withType(LineType other) {
        return new Intelligence(other, range, region, carrier, location, zones);
    }
}
