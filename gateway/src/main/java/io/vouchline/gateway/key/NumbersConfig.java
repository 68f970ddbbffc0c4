package io.vouchline.gateway.key;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** The key that stands between numbers and what Redis holds of them. */
@ConfigMapping(prefix = "vouchline.numbers")
public interface NumbersConfig {

    /** A JWK set with {@code oct} keys, the same file as in otp-service and risk-service. */
    Path keyFile();
}
