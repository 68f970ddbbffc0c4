package io.vouchline.risk.sandbox;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Numbers with a fixed outcome. */
@ConfigMapping(prefix = "vouchline.sandbox")
public interface SandboxConfig {

    /**
     * A CSV file with the header {@code client,number,phone_type,score}. The production profile
     * refuses it.
     */
    Optional<Path> file();
}
