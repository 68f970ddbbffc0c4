package io.vouchline.contract.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** What {@link Notation#read} promises of every text, checked for one. */
final class ReadingPromises {

    /** Regions with trunk prefixes, leading zeros, rewritten mobiles, open lengths, and none. */
    private static final List<String> REGIONS =
            List.of("US", "SE", "GB", "IT", "AR", "BR", "MX", "DE", "HU", "AC", "ZZ", "");

    /** The digits 0 of scripts that are read: ASCII, Arabic, Persian, Devanagari, Thai, wide. */
    private static final int[] ZEROS = {'0', 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce, 0x1e950};

    /** In UTF-16 units, of which some digits have two. */
    private static final int LONGEST_TEXT = 64;

    private ReadingPromises() {}

    /** Checks all notations in one of the regions, chosen by the text. */
    static void check(String text) {
        String region = REGIONS.get(Math.floorMod(text.hashCode(), REGIONS.size()));
        for (Notation notation : Notation.values()) {
            check(notation, text, region);
        }
    }

    /** Checks one reading. */
    static void check(Notation notation, String text, String region) {
        Reading reading = notation.read(text, region);
        String written = inAnotherScript(text);
        if (written.length() <= LONGEST_TEXT) {
            assertEquals(reading, notation.read(written, region), "in another script");
        }
        reading.number().ifPresent(number -> checkStable(notation, number, region));
    }

    private static void checkStable(Notation notation, PhoneNumber number, String region) {
        String e164 = number.e164();
        assertEquals(number, PhoneNumber.ofE164(e164), "over the wire");
        Reading again = notation.read(e164, region);
        assertEquals(new Reading.OneNumber(number), again, "read again");
        assertEquals(
                e164, "+" + number.countryCode() + number.nationalNumber(), "no digit is lost");
    }

    /** The text with every ASCII digit in one of the scripts. */
    private static String inAnotherScript(String text) {
        int zero = ZEROS[Math.floorMod(text.hashCode() / 31, ZEROS.length)];
        StringBuilder written = new StringBuilder();
        text.codePoints()
                .map(point -> point >= '0' && point <= '9' ? zero + point - '0' : point)
                .forEach(written::appendCodePoint);
        return written.toString();
    }
}
