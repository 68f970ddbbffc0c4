package io.vouchline.otp.securitykey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.otp.SecurityKeyApi.Algorithm;
import io.vouchline.contract.testing.Requirement;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TotpTest {

    private static final String SEED = "1234567890".repeat(7);

    @Test
    @Requirement(25)
    void theValuesOfRfc4226AppendixDAreShown() {
        List<String> values =
                List.of(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922",
                        "162583", "399871", "520489");
        for (int counter = 0; counter < values.size(); counter++) {
            assertEquals(values.get(counter), Totp.shown(key(Algorithm.SHA1, 6), counter));
        }
    }

    /** The last line lies after 2038 and after 2106, past 32 bits of seconds. */
    @ParameterizedTest
    @Requirement({25, 30})
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void theValuesOfRfc6238AppendixBAreShown(
            long seconds, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(seconds));
        assertEquals(sha1, Totp.shown(key(Algorithm.SHA1, 8), step));
        assertEquals(sha256, Totp.shown(key(Algorithm.SHA256, 8), step));
        assertEquals(sha512, Totp.shown(key(Algorithm.SHA512, 8), step));
        assertEquals(sha1.substring(2), Totp.shown(key(Algorithm.SHA1, 6), step));
        assertEquals(sha1.substring(1), Totp.shown(key(Algorithm.SHA1, 7), step));
    }

    @Test
    @Requirement(30)
    void aStepIsCountedWith64Bits() {
        assertEquals(71_582_788L, Totp.step(Instant.parse("2038-01-19T03:14:07Z")));
        assertEquals(71_582_789L, Totp.step(Instant.parse("2038-01-19T03:14:30Z")));
        assertEquals(1L << 33, Totp.step(Instant.ofEpochSecond((1L << 33) * 30)));
        // With 32 bits of the counter both would be the same.
        assertFalse(
                Totp.shown(key(Algorithm.SHA1, 8), 5)
                        .equals(Totp.shown(key(Algorithm.SHA1, 8), (1L << 32) + 5)));
    }

    @Test
    @Requirement(28)
    void oneStepOfDriftIsTakenEitherWayAndNoMore() {
        KeySecret key = key(Algorithm.SHA1, 8);
        KeyName name = name();
        Instant now = Instant.ofEpochSecond(2_000_000_000);
        long step = Totp.step(now);
        for (long off = -1; off <= 1; off++) {
            assertEquals(
                    Optional.of(new Match(name, step + off)),
                    Match.find(Map.of(name, key), Totp.shown(key, step + off), now));
        }
        for (long off : new long[] {-3, -2, 2, 3}) {
            assertEquals(
                    Optional.empty(),
                    Match.find(Map.of(name, key), Totp.shown(key, step + off), now));
        }
    }

    @Test
    void ofSeveralKeysTheOneThatShowsItIsFound() {
        Instant now = Instant.ofEpochSecond(2_000_000_000);
        KeyName first = name();
        KeyName second = name();
        Map<KeyName, KeySecret> keys =
                Map.of(first, key(Algorithm.SHA1, 8), second, key(Algorithm.SHA512, 8));
        assertEquals(first, Match.find(keys, "69279037", now).orElseThrow().key());
        assertEquals(second, Match.find(keys, "38618901", now).orElseThrow().key());
        assertEquals(Optional.empty(), Match.find(keys, "90698825", now));
        assertEquals(Optional.empty(), Match.find(Map.of(), "69279037", now));
    }

    @Test
    void fewerOrMoreDigitsThanTheKeysOwnDoNotMatch() {
        Instant now = Instant.ofEpochSecond(2_000_000_000);
        KeyName name = name();
        assertTrue(Match.find(Map.of(name, key(Algorithm.SHA1, 8)), "279037", now).isEmpty());
        assertTrue(Match.find(Map.of(name, key(Algorithm.SHA1, 6)), "69279037", now).isEmpty());
        assertTrue(Match.find(Map.of(name, key(Algorithm.SHA1, 6)), "279037", now).isPresent());
    }

    @ParameterizedTest
    @Requirement(26)
    @EnumSource(Algorithm.class)
    void aSecretHasTheLengthOfItsHashAndIsReadAsItWasWritten(Algorithm algorithm) {
        KeySecret key = KeySecret.draw(new SecureRandom(), algorithm, 7);
        assertEquals(
                Map.of("SHA1", 20, "SHA256", 32, "SHA512", 64).get(algorithm.name()),
                key.secret().length);
        KeySecret read = KeySecret.of(key.bytes());
        assertEquals(Totp.shown(key, 1), Totp.shown(read, 1));
        assertEquals(algorithm, read.algorithm());
        assertEquals("KeySecret[" + algorithm + "]", key.toString());
    }

    @Test
    void whatIsNoSecretIsRefused() {
        byte[] good = key(Algorithm.SHA1, 6).bytes();
        for (byte[] bad :
                List.of(
                        new byte[0],
                        new byte[2],
                        changed(good, 0, 2),
                        changed(good, 1, 0),
                        changed(good, 1, 2),
                        changed(good, 1, 9),
                        changed(good, 2, 5),
                        changed(good, 2, 9),
                        Arrays.copyOf(good, good.length - 1),
                        Arrays.copyOf(good, good.length + 1))) {
            assertThrows(IllegalArgumentException.class, () -> KeySecret.of(bad));
        }
    }

    /** RFC 4648 section 10. */
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void base32IsWrittenWithoutPadding(String text, String encoded) {
        assertEquals(encoded, SecretText.base32(text.getBytes(US_ASCII)));
    }

    @Test
    void anAppIsToldOfAKeyByItsUri() {
        assertEquals(
                "otpauth://totp/Bank%20%26%20S%C3%B6hne:j.doe%40example.com%2B1"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank%20%26%20S%C3%B6hne"
                        + "&algorithm=SHA1&digits=6&period=30",
                KeyUri.of(key(Algorithm.SHA1, 6), "Bank & Söhne", "j.doe@example.com+1"));
    }

    private static byte[] changed(byte[] bytes, int index, int value) {
        byte[] changed = bytes.clone();
        changed[index] = (byte) value;
        return changed;
    }

    private static KeyName name() {
        return new KeyName("bank", "person", UUID.randomUUID());
    }

    private static KeySecret key(Algorithm algorithm, int digits) {
        int length =
                switch (algorithm) {
                    case SHA1 -> 20;
                    case SHA256 -> 32;
                    case SHA512 -> 64;
                };
        return new KeySecret(algorithm, digits, SEED.substring(0, length).getBytes(US_ASCII));
    }
}
