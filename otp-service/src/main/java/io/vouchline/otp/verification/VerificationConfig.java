package io.vouchline.otp.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The bounds of one verification. */
@ConfigMapping(prefix = "vouchline.verification")
public interface VerificationConfig {

    /** How many wrong codes one verification takes, 1 to 10. */
    @WithDefault("5")
    @Min(1)
    @Max(10)
    int mostAttempts();
}
