package io.vouchline.otp.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How many codes may be sent, each as {@code so many at once/period in which they come back}. */
@ConfigMapping(prefix = "vouchline.quota")
public interface QuotaConfig {

    /** To one number, whatever the channel. */
    @WithDefault("5/10m")
    @WithConverter(RateConverter.class)
    Rate number();

    /** To one number in a day. */
    @WithDefault("20/24h")
    @WithConverter(RateConverter.class)
    Rate numberDay();

    /** By one client. */
    @WithDefault("600/1m")
    @WithConverter(RateConverter.class)
    Rate client();

    /** By one client in a day. */
    @WithDefault("100000/24h")
    @WithConverter(RateConverter.class)
    Rate clientDay();

    /**
     * By text message and call to one range of numbers (all but the last four digits), per tenant:
     * bounds what artificially inflated traffic costs.
     */
    @WithDefault("100/1h")
    @WithConverter(RateConverter.class)
    Rate prefix();
}
