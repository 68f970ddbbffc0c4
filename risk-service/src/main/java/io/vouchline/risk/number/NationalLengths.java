package io.vouchline.risk.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * How many digits a country's national numbers have. libphonenumber keeps its tables to itself but
 * tells whether a length is possible, so every length is asked for once.
 */
final class NationalLengths {

    private static final int LONGEST = 17;
    private static final ConcurrentMap<Integer, NationalLengths> KNOWN = new ConcurrentHashMap<>();

    private final int shortest;
    private final int longest;

    private NationalLengths(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    /** The lengths of the country with this calling code. */
    static NationalLengths of(int countryCode) {
        return KNOWN.computeIfAbsent(countryCode, NationalLengths::asked);
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    private static NationalLengths asked(int countryCode) {
        int[] possible =
                IntStream.rangeClosed(1, LONGEST)
                        .filter(length -> isPossible(countryCode, length))
                        .toArray();
        return possible.length == 0
                ? new NationalLengths(0, 0)
                : new NationalLengths(possible[0], possible[possible.length - 1]);
    }

    private static boolean isPossible(int countryCode, int length) {
        Phonenumber.PhoneNumber number =
                new Phonenumber.PhoneNumber()
                        .setCountryCode(countryCode)
                        .setNationalNumber(Long.parseLong("2".repeat(length)));
        return PhoneNumberUtil.getInstance().isPossibleNumberWithReason(number)
                == ValidationResult.IS_POSSIBLE;
    }
}
