package io.vouchline.gateway.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The file of a language, beside these classes. */
final class LanguageFile {

    private LanguageFile() {}

    /**
     * Reads it.
     *
     * @throws IllegalStateException if it is not there
     */
    static Properties read(String tag) {
        try (InputStream in = LanguageFile.class.getResourceAsStream(tag + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("the class path has no language " + tag);
            }
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
