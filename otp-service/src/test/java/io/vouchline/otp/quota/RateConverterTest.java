package io.vouchline.otp.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateConverterTest {

    private final RateConverter converter = new RateConverter();

    @Test
    void aRateIsSoManyAtOnceAndThePeriodInWhichTheyComeBack() {
        assertEquals(new Rate(5, Duration.ofMinutes(10)), converter.convert("5/10m"));
        assertEquals(new Rate(20, Duration.ofHours(24)), converter.convert(" 20 / 24h "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5", "/10m", "5/", "0/10m", "-1/10m", "five/10m", "5/0s", "5/32d", "5/x"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> converter.convert(text));
    }
}
