package io.vouchline.risk.signal;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What the signals are worth. */
@ConfigMapping(prefix = "vouchline.weights")
public interface WeightsConfig {

    /**
     * A JSON file of the form of the {@code weights.json} that this service carries, and instead of
     * it. Read once, at start.
     */
    Optional<Path> file();
}
