package io.vouchline.otp.passcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.testing.Requirement;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasscodeTest {

    /** The 99.9999 % point of chi-square with 9 degrees of freedom. */
    private static final double UNIFORM_ENOUGH = 45.1;

    @Test
    @Requirement(1)
    void everyDigitOfEveryPlaceIsUniform() {
        Random seeded = new Random(20_260_101);
        int codes = 100_000;
        int[][] seen = new int[6][10];
        for (int i = 0; i < codes; i++) {
            String digits = Passcode.draw(seeded, 6).digits();
            for (int place = 0; place < 6; place++) {
                seen[place][digits.charAt(place) - '0']++;
            }
        }
        for (int[] place : seen) {
            double chiSquare = 0;
            for (int count : place) {
                double off = count - codes / 10.0;
                chiSquare += off * off / (codes / 10.0);
            }
            assertTrue(chiSquare < UNIFORM_ENOUGH, "chi-square " + chiSquare);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 10})
    void aCodeHasTheLengthThatIsAskedFor(int length) {
        assertEquals(length, Passcode.draw(new SecureRandom(), length).digits().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 11})
    void noOtherLengthIsDrawn(int length) {
        assertThrows(
                IllegalArgumentException.class, () -> Passcode.draw(new SecureRandom(), length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345678901", "12a4", "１２３４", "12 34", "-1234"})
    void anythingButDigitsIsNoCodeAndIsNotRepeated(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new Passcode(text));
        assertEquals("not a passcode", refusal.getMessage());
    }

    @Test
    void aCodeForReadersThatMakeNumbersOfItBeginsWithNoZero() {
        Random seeded = new Random(20_260_102);
        int[] first = new int[10];
        for (int i = 0; i < 90_000; i++) {
            String digits = Passcode.drawWithoutLeadingZero(seeded, 6).digits();
            assertEquals(6, digits.length());
            first[digits.charAt(0) - '0']++;
        }
        assertEquals(0, first[0]);
        for (int digit = 1; digit < 10; digit++) {
            assertEquals(10_000, first[digit], 500);
        }
    }

    @Test
    void aMatchHasTwoDigits() {
        assertEquals(2, Passcode.drawMatch(new SecureRandom()).digits().length());
    }

    @Test
    @Requirement(8)
    void aCodeDoesNotShowItself() {
        assertFalse(new Passcode("123456").toString().contains("1"));
    }
}
