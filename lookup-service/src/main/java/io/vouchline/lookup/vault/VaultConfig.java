package io.vouchline.lookup.vault;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the keys of the data at rest are mounted. */
@ConfigMapping(prefix = "vouchline.vault")
public interface VaultConfig {

    /** A Tink keyset with AES-256-GCM keys, as JSON: seals and opens personal values. */
    Path keysetFile();

    /** A JWK set with {@code oct} keys: makes the blind indexes. */
    Path indexKeyFile();
}
