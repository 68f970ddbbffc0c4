package io.vouchline.risk.history;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.vouchline.contract.number.Place;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The country of a place: its calling code. Calling code 1 stands for two dozen countries, some of
 * them far costlier than the others, and is told apart by the area code.
 */
final class Countries {

    private static final String NORTH_AMERICA = "1";
    private static final int AREA_DIGITS = 3;

    /** A number that is assigned wherever its area code is. */
    private static final String ANY_SUBSCRIBER = "2345678";

    private final ConcurrentMap<String, String> areas = new ConcurrentHashMap<>();

    /** A short name of the country that the place lies in. */
    String of(Place place) {
        if (!place.countryCode().equals(NORTH_AMERICA) || place.leading().length() < AREA_DIGITS) {
            return place.countryCode();
        }
        return areas.computeIfAbsent(place.leading().substring(0, AREA_DIGITS), Countries::region);
    }

    private static String region(String area) {
        PhoneNumber anyOfIt =
                new PhoneNumber()
                        .setCountryCode(1)
                        .setNationalNumber(Long.parseLong(area + ANY_SUBSCRIBER));
        String region = PhoneNumberUtil.getInstance().getRegionCodeForNumber(anyOfIt);
        return region == null ? NORTH_AMERICA : NORTH_AMERICA + region;
    }
}
