package io.vouchline.risk.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells from libphonenumber's data what a number's digits say. No network is asked: a number that
 * moved to another carrier keeps the name of the first one.
 */
@Singleton
public class Intelligences {

    /** What libphonenumber calls the region of numbers that lie in no country (UN M.49: world). */
    private static final String WORLD = "001";

    private final SpecialRanges ranges;
    private final PrefixTables tables = new PrefixTables();

    Intelligences(SpecialRanges ranges) {
        this.ranges = ranges;
    }

    /** What this number's digits say; an unassigned number has neither carrier, place nor zone. */
    public Intelligence of(PhoneNumber number) {
        Phonenumber.PhoneNumber parsed = number.parsed();
        LineType type = LineType.of(number);
        Optional<String> region = region(parsed);
        return new Intelligence(
                type,
                ranges.of(number),
                region,
                tables.carrier(parsed),
                tables.location(parsed).or(() -> country(type, region)),
                tables.zones(parsed));
    }

    private static Optional<String> region(Phonenumber.PhoneNumber number) {
        return Optional.ofNullable(PhoneNumberUtil.getInstance().getRegionCodeForNumber(number))
                .filter(region -> !region.equals(WORLD));
    }

    /**
     * libphonenumber names no country where small neighbours share a range (Italy and the Vatican,
     * Norway and Svalbard). The lines of people are as good as always in the large one; numbers of
     * services that several countries share have no place.
     */
    private static Optional<String> country(LineType type, Optional<String> region) {
        return type == LineType.MOBILE || type == LineType.FIXED_LINE
                ? region.map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
                : Optional.empty();
    }
}
