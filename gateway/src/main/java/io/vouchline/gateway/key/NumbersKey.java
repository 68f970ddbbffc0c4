package io.vouchline.gateway.key;

import io.quarkus.runtime.Startup;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the {@code numbers} key once, at start. */
final class NumbersKey {

    @Produces
    @Singleton
    @Startup
    NumberHash numbers(NumbersConfig config) {
        return new NumberHash(
                SecretKeySet.read("vouchline.numbers.key-file", config.keyFile()).current());
    }
}
