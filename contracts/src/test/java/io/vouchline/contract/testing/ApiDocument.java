package io.vouchline.contract.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The API document that a service serves, against the one that is committed beside it. */
public final class ApiDocument {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path SERVED = Path.of("target", "openapi.yaml");

    private ApiDocument() {}

    /** Fails, with the remedy, if the committed document is not what is served. */
    public static void assertIsCommitted(String served) {
        try {
            Files.writeString(SERVED, served);
            String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
            if (!committed.equals(served)) {
                throw new AssertionError(
                        "The API has changed. Look at the change, then: cp %s %s"
                                .formatted(SERVED.toAbsolutePath(), COMMITTED.toAbsolutePath()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
