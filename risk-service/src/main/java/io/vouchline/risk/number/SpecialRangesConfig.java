package io.vouchline.risk.number;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which ranges of numbers are special. */
@ConfigMapping(prefix = "vouchline.special-ranges")
public interface SpecialRangesConfig {

    /**
     * A CSV file with the header {@code prefix,kind,note} that is read in the place of the shipped
     * one.
     */
    Optional<Path> file();
}
