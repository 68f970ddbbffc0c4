package io.vouchline.contract.number;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link Notation#read} on texts that are nearly, or not at all, numbers. {@code
 * -Dseed=} gives other texts.
 */
class NotationRandomTest {

    private static final int TEXTS = 200_000;
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final List<String> REGIONS = List.copyOf(Notation.regions());
    private static final List<String> EXAMPLES = examples();

    private static final String[] BEGINNINGS = {
        "", "", "+", "+", "00", "011", "0", "tel:", "TEL:+", "sip:", "++", "＋", "+1", "+44 (0)",
        "\u202a+"
    };
    private static final String[] NOISE = {
        " ", "-", ".", "(", ")", "/", "+", "x", ";ext=5", " ext. 7", ",,1#", "😀", "1️⃣", "²", "½",
        "①", "〇", "\u0000", "\n", "\u00a0", "\u2011", "\u200b", "\u200f", "\u202c", "\ufdfa",
        "\ud83d", "\ude00", "\u0301", "e9", "'; --", "${x}", "%2B",
    };
    private static final int[] ZEROS = {'0', 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce, 0x1e950};

    @Test
    void anyTextHasAClearAndStableReading() {
        long seed = Long.getLong("seed", 20260101);
        Random random = new Random(seed);
        int numbers = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            Notation notation = pick(random, Notation.values());
            String region = REGIONS.get(random.nextInt(REGIONS.size()));
            try {
                ReadingPromises.check(notation, text, region);
                numbers += notation.read(text, region).number().isPresent() ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "-Dseed=%d, text %d: %s in %s of %s"
                                .formatted(seed, i, notation, region, escaped(text)),
                        e);
            }
        }
        int read = numbers;
        assertTrue(
                read > TEXTS / 5 && read < TEXTS * 4 / 5,
                () ->
                        "-Dseed=%d: %d of %d were numbers: too one-sided"
                                .formatted(seed, read, TEXTS));
    }

    private static String text(Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> digits(random, pick(random, BEGINNINGS), random.nextInt(18));
            case 2, 3, 4 -> EXAMPLES.get(random.nextInt(EXAMPLES.size()));
            case 5 -> changed(random, EXAMPLES.get(random.nextInt(EXAMPLES.size())));
            case 6 -> changed(random, digits(random, pick(random, BEGINNINGS), 12));
            default -> anything(random);
        };
    }

    private static String digits(Random random, String beginning, int count) {
        int zero = ZEROS[random.nextInt(ZEROS.length)];
        StringBuilder text = new StringBuilder(beginning);
        for (int i = 0; i < count; i++) {
            text.appendCodePoint(zero + random.nextInt(10));
        }
        return text.toString();
    }

    /** The text with noise put in, a character lost or the whole repeated. */
    private static String changed(Random random, String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, at + 1);
                case 1 -> changed.insert(at, random.nextInt(10));
                default -> changed.insert(at, pick(random, NOISE));
            }
        }
        return random.nextInt(200) == 0 ? changed.toString().repeat(500) : changed.toString();
    }

    /** Any UTF-16 code units, lone surrogates among them. */
    private static String anything(Random random) {
        int bound = random.nextBoolean() ? 0x10000 : 0x700;
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "+4670" : "");
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append((char) random.nextInt(bound));
        }
        return text.toString();
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** A number of every type of every region, as it is written there and abroad. */
    private static List<String> examples() {
        List<String> examples = new ArrayList<>();
        for (String region : REGIONS) {
            for (PhoneNumberUtil.PhoneNumberType type : PhoneNumberUtil.PhoneNumberType.values()) {
                Phonenumber.PhoneNumber number = UTIL.getExampleNumberForType(region, type);
                if (number != null) {
                    examples.add(UTIL.format(number, PhoneNumberFormat.E164));
                    examples.add(UTIL.format(number, PhoneNumberFormat.INTERNATIONAL));
                    examples.add(UTIL.format(number, PhoneNumberFormat.NATIONAL));
                    examples.add(UTIL.format(number, PhoneNumberFormat.RFC3966));
                }
            }
        }
        for (int code : UTIL.getSupportedGlobalNetworkCallingCodes()) {
            examples.add(
                    UTIL.format(
                            UTIL.getExampleNumberForNonGeoEntity(code), PhoneNumberFormat.E164));
        }
        return List.copyOf(examples);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().limit(200).forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.toString();
    }
}
