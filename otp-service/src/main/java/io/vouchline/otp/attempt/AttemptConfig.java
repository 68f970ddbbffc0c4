package io.vouchline.otp.attempt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * The bounds of guessing, over all proofs of a number (NIST SP 800-63B section 3.2.2, PSD2 RTS
 * Article 4).
 */
@ConfigMapping(prefix = "vouchline.attempt")
public interface AttemptConfig {

    /** After how many consecutive failures a number is locked, 1 to 10. */
    @WithDefault("5")
    @Min(1)
    @Max(10)
    int failuresPerLock();

    /** How long the first lock lasts; each further one lasts twice as long. */
    @WithDefault("30s")
    Duration firstLock();

    /** The longest lock. */
    @WithDefault("1h")
    Duration longestLock();

    /**
     * After how many consecutive failures a number stays locked until its failures are cleared, 5
     * to 100 (NIST SP 800-63B section 3.2.2).
     */
    @WithDefault("100")
    @Min(5)
    @Max(100)
    int mostFailures();

    /** How long a number's record is kept after its last change. */
    @WithDefault("395d")
    Duration retention();

    /** How long a reserved attempt waits to be settled. */
    @WithDefault("60s")
    Duration reservation();
}
