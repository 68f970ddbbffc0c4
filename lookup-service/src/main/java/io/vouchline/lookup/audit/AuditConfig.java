package io.vouchline.lookup.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How reads are written down. */
@ConfigMapping(prefix = "vouchline.audit")
public interface AuditConfig {

    /** How many entries may wait to be committed, 100 to 1,000,000; a read over that is refused. */
    @WithDefault("10000")
    @Min(100)
    @Max(1_000_000)
    int buffer();
}
