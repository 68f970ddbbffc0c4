package io.vouchline.gateway.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a client's key file. */
final class KeyFile {

    private static final int MOST_KEYS = 2;
    private static final int FEWEST_CHARACTERS = 24;

    /** What the local fleet makes begins with this; the document prints the other one. */
    private static final List<String> DEMO_KEYS =
            List.of("vouchline-demo-", "Uak4fcLTTH/Tv8c/Q6QMwl5t4ck=");

    private KeyFile() {}

    /**
     * The live keys, one a line.
     *
     * @param owner whose file it is, as in the setting: {@code clients.<id>}
     * @throws IllegalStateException with setting, path and remedy, if there is none, a third one, a
     *     short one, or a demo key in production
     */
    static List<String> read(String owner, Path file, boolean production) {
        List<String> keys = lines(owner, file);
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw unusable(owner, file, "it must hold one key, or two while they are rotated");
        }
        if (keys.stream().anyMatch(key -> key.length() < FEWEST_CHARACTERS)) {
            throw unusable(owner, file, "a key has less than 24 characters; make a random one");
        }
        if (production && keys.stream().anyMatch(KeyFile::isDemo)) {
            throw unusable(
                    owner, file, "a demo key, which the prod profile refuses; make a random one");
        }
        return keys;
    }

    private static boolean isDemo(String key) {
        return DEMO_KEYS.stream().anyMatch(key::startsWith);
    }

    private static List<String> lines(String owner, Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw unusable(owner, file, "it cannot be read; mount the client's key there");
        }
    }

    private static IllegalStateException unusable(String owner, Path file, String why) {
        return new IllegalStateException(
                "vouchline.access.%s.key-file=%s: %s".formatted(owner, file, why));
    }
}
