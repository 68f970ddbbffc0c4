package io.vouchline.otp.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The bounds of guessing (NIST SP 800-63B section 3.2.2, PSD2 RTS Article 4). */
@ConfigMapping(prefix = "vouchline.verification")
public interface VerificationConfig {

    /** How many wrong codes one verification takes, 1 to 10. */
    @WithDefault("5")
    @Min(1)
    @Max(10)
    int mostAttempts();

    /** After how many consecutive failures a number is locked, over all its codes, 1 to 10. */
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

    /** How long a number's record is kept after its last change. */
    @WithDefault("395d")
    Duration retention();
}
