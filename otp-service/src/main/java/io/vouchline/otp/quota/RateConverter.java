package io.vouchline.otp.quota;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a rate from a setting: {@code 5/10m} is five at once and five back within ten minutes. */
public final class RateConverter implements Converter<Rate> {

    @Override
    public Rate convert(String text) {
        int slash = text.indexOf('/');
        try {
            int atOnce = Integer.parseInt(text.substring(0, slash).strip());
            Duration period = new DurationConverter().convert(text.substring(slash + 1).strip());
            if (period != null) {
                return new Rate(atOnce, period);
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // Told below, with the remedy.
        }
        throw new IllegalArgumentException(
                "\"%s\" is no rate; write for example 5/10m: five at once, and five back within 10 min"
                        .formatted(text));
    }
}
