package io.vouchline.contract.testing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as the service would see them, for tests that do not start it. */
public final class Settings {

    private Settings() {}

    /** The defaults. */
    public static <T> T defaults(Class<T> mapping) {
        return of(mapping, Map.of());
    }

    /**
     * The defaults but for some.
     *
     * @param differing by their names without the mapping's prefix
     */
    public static <T> T of(Class<T> mapping, Map<String, String> differing) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        Map<String, String> named = new java.util.HashMap<>();
        differing.forEach((name, value) -> named.put(prefix + '.' + name, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(named, "test", 1_000))
                .build()
                .getConfigMapping(mapping);
    }
}
