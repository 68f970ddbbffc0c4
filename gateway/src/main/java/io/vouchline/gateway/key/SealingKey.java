package io.vouchline.gateway.key;

import io.quarkus.runtime.Startup;
import io.vouchline.contract.seal.Seal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the keyset once, at start. */
final class SealingKey {

    @Produces
    @Singleton
    @Startup
    Seal seal(SealConfig config) {
        return Seal.read(SealConfig.KEYSET_FILE, config.keysetFile());
    }
}
