package io.vouchline.otp.push;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Map;

/** How the answers of institutions' apps are known to be theirs. */
@ConfigMapping(prefix = "vouchline.push")
public interface PushConfig {

    /** The tenants whose apps approve, by name; a tenant that is not here has no such app. */
    Map<String, Tenant> tenants();

    /** A tenant's app. */
    interface Tenant {

        /**
         * The secrets that sign the app's answers, one or two, each on a line of its own: {@code
         * whsec_} and 24 to 64 bytes in Base64 (Standard Webhooks). Two while they are rotated.
         */
        Path secretFile();
    }
}
