package io.vouchline.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that lie beside these classes. */
final class ClassPathText {

    private ClassPathText() {}

    /**
     * Reads one.
     *
     * @throws IllegalStateException if it is not there
     */
    static String read(String resource) {
        try (InputStream in = ClassPathText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
