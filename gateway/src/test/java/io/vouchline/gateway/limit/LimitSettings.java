package io.vouchline.gateway.limit;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of limits, as they stand when nothing else is said. */
final class LimitSettings {

    private LimitSettings() {}

    static LimitConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(LimitConfig.class);
    }
}
