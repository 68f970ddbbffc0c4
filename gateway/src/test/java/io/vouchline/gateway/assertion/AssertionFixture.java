package io.vouchline.gateway.assertion;

import io.vouchline.contract.testing.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Assertions at a time of the test's choice, for tests of other packages. */
public final class AssertionFixture {

    private AssertionFixture() {}

    public static Assertions assertions(Path key, InstantSource clock) {
        return new Assertions(
                Settings.of(AssertionConfig.class, Map.of("signing-key-file", key.toString())),
                clock);
    }
}
