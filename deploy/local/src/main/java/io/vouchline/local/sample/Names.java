package io.vouchline.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of persons, from many parts of the world. */
final class Names {

    static final List<Name> FIRST = read("first-names.txt");
    static final List<Name> LAST = read("last-names.txt");

    private Names() {}

    /**
     * One name.
     *
     * @param text as it is written
     * @param mailbox as it stands in a mailbox: small letters of ASCII only
     */
    record Name(String text, String mailbox) {

        static Name of(String text) {
            String letters = Normalizer.normalize(text, Normalizer.Form.NFD);
            return new Name(text, letters.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT));
        }
    }

    private static List<Name> read(String resource) {
        try (InputStream file = Names.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the launcher's jar");
            }
            return new String(file.readAllBytes(), UTF_8).lines().map(Name::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
