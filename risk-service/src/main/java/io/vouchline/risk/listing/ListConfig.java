package io.vouchline.risk.listing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How large the lists may be and how soon a change holds. */
@ConfigMapping(prefix = "vouchline.listing")
public interface ListConfig {

    /**
     * The most entries of a tenant, and of the lists that hold for all; every replica holds all
     * entries of all tenants in memory.
     */
    @WithDefault("100000")
    @Min(1)
    @Max(1_000_000)
    int mostEntries();

    /** How long a replica waits from one look for changes to the next. */
    @WithDefault("1s")
    @DurationMin(millis = 10)
    Duration refresh();
}
