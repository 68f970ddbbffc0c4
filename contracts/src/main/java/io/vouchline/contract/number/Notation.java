package io.vouchline.contract.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.vouchline.contract.number.Reading.NoNumber;
import io.vouchline.contract.number.Reading.OneNumber;
import io.vouchline.contract.number.Reading.SeveralNumbers;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a platform writes telephone numbers: what digits without a leading "+" stand for. A text that
 * begins with "+" is read as international by all of them.
 */
public enum Notation {
    /** Dialogflow: "local phone number, without the country code". The national reading wins. */
    NATIONAL {
        @Override
        Reading choose(Optional<PhoneNumber> international, Optional<PhoneNumber> national) {
            return first(
                    national.filter(PhoneNumber::isValid),
                    international.filter(PhoneNumber::isValid),
                    national);
        }
    },
    /**
     * Telesign: digits that begin with the country calling code. The international reading wins if
     * it is valid; else the number is taken as one of the default region.
     */
    INTERNATIONAL {
        @Override
        Reading choose(Optional<PhoneNumber> international, Optional<PhoneNumber> national) {
            return first(international.filter(PhoneNumber::isValid), national, international);
        }
    },
    /** Telavox and people: either. Two different valid readings are refused, never guessed. */
    EITHER {
        @Override
        Reading choose(Optional<PhoneNumber> international, Optional<PhoneNumber> national) {
            Optional<PhoneNumber> there = international.filter(PhoneNumber::isValid);
            Optional<PhoneNumber> here = national.filter(PhoneNumber::isValid);
            if (there.isPresent() && here.isPresent() && !there.equals(here)) {
                return new SeveralNumbers();
            }
            return first(here, there, national);
        }
    };

    private static final int LONGEST_TEXT = 64;
    private static final String PUNCTUATION = " -.()/";
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    /** The regions (ISO 3166-1 alpha-2) that can be a default region. */
    public static Set<String> regions() {
        return UTIL.getSupportedRegions();
    }

    /**
     * Reads a number as people and platforms write it: digits of any script, blanks, hyphens, full
     * stops, brackets, slashes, a leading "+" or "tel:". Letters, extensions and anything else give
     * {@link NoNumber}. Never throws, whatever the text.
     *
     * @param region the ISO 3166-1 alpha-2 region of numbers without a country calling code
     */
    public Reading read(String text, String region) {
        return plain(text).map(digits -> choose(digits, region)).orElseGet(NoNumber::new);
    }

    abstract Reading choose(Optional<PhoneNumber> international, Optional<PhoneNumber> national);

    private Reading choose(String digits, String region) {
        if (digits.startsWith("+")) {
            return first(possible(digits, null));
        }
        return choose(possible("+" + digits, null), possible(digits, region));
    }

    private static Optional<PhoneNumber> possible(String digits, @Nullable String region) {
        try {
            return Optional.of(PhoneNumber.of(UTIL.parse(digits, region)))
                    .filter(PhoneNumber::isPossible)
                    .filter(PhoneNumber::survivesTheWire);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    @SafeVarargs
    private static Reading first(Optional<PhoneNumber>... readings) {
        for (Optional<PhoneNumber> reading : readings) {
            if (reading.isPresent()) {
                return new OneNumber(reading.get());
            }
        }
        return new NoNumber();
    }

    /** The ASCII digits of the text with their leading "+", if it is made of nothing else. */
    private static Optional<String> plain(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (normal.regionMatches(true, 0, "tel:", 0, 4)) {
            normal = normal.substring(4);
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < normal.length(); ) {
            int character = normal.codePointAt(i);
            int digit = Character.digit(character, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (character == '+' && digits.isEmpty()) {
                digits.append('+');
            } else if (PUNCTUATION.indexOf(character) < 0) {
                return Optional.empty();
            }
            i += Character.charCount(character);
        }
        return Optional.of(digits.toString());
    }
}
