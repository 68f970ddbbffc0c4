package io.vouchline.gateway.token;

import io.quarkus.runtime.Startup;
import io.vouchline.gateway.assertion.AssertionConfig;
import io.vouchline.gateway.signing.PlatformTokenConfig;
import io.vouchline.gateway.signing.SigningKey;
import io.vouchline.gateway.signing.TokenConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Each kind of token has a key of its own: whoever gets hold of one must not sign the others. The
 * published ones have names of their own as well.
 */
@Startup
@Singleton
final class KeySeparation {

    private static final String ASSERTION = "vouchline.assertion.signing-key-file";

    @Inject
    KeySeparation(TokenConfig internal, PlatformTokenConfig platform, AssertionConfig assertion) {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(TokenConfig.SIGNING_KEY_FILE, internal.signingKeyFile());
        platform.signingKeyFile()
                .ifPresent(file -> files.put(PlatformTokenConfig.SIGNING_KEY_FILE, file));
        assertion.signingKeyFile().ifPresent(file -> files.put(ASSERTION, file));
        check(files);
    }

    /**
     * Compares the keys of these settings.
     *
     * @throws IllegalStateException with settings and remedy, if two are the same key, or have the
     *     same {@code kid}
     */
    static void check(Map<String, Path> files) {
        Map<String, SigningKey> seen = new LinkedHashMap<>();
        files.forEach(
                (setting, file) -> {
                    SigningKey key = SigningKey.read(setting, file);
                    seen.forEach((other, its) -> compare(setting, key, other, its));
                    seen.put(setting, key);
                });
    }

    private static void compare(String setting, SigningKey key, String other, SigningKey its) {
        Optional<String> same =
                key.publicKey().equals(its.publicKey())
                        ? Optional.of("key")
                        : key.id().equals(its.id()) ? Optional.of("kid") : Optional.empty();
        same.ifPresent(
                what -> {
                    throw new IllegalStateException(
                            "%s and %s hold the same %s; make a key of its own for each"
                                    .formatted(setting, other, what));
                });
    }
}
