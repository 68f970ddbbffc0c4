package io.vouchline.gateway.key;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** The key that personal data is sealed with where the gateway keeps any. */
@ConfigMapping(prefix = "vouchline.seal")
public interface SealConfig {

    /** The name of {@link #keysetFile()}, for messages. */
    String KEYSET_FILE = "vouchline.seal.keyset-file";

    /**
     * A Tink keyset with AES-256-GCM keys, as JSON, the same in all replicas. A key must stay in
     * it, though no longer the primary one, for 25 hours after it was replaced.
     */
    Path keysetFile();
}
