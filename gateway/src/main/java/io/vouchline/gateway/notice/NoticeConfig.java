package io.vouchline.gateway.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** When changes of contacts are carried from lookup-service to otp-service. */
@ConfigMapping(prefix = "vouchline.notice")
public interface NoticeConfig {

    /** Whether this replica carries any. At least one must, or no customer is told. */
    @WithDefault("true")
    boolean enabled();

    /** How often each tenant's changes are asked for, 100 ms at the least. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    Duration every();
}
