package io.vouchline.otp.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that hold a secret, or during a rotation two: one a line. */
final class SecretLines {

    private static final int MOST = 2;

    private SecretLines() {}

    /**
     * Reads the file.
     *
     * @return one or two secrets, the current one first
     * @throws IllegalStateException naming the setting, never what stands in the file
     */
    static List<String> read(String setting, Path file) {
        try {
            List<String> secrets =
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
            if (secrets.isEmpty() || secrets.size() > MOST) {
                throw new IllegalStateException(
                        "%s=%s holds %d secrets; give one, or two while they are rotated, one a line"
                                .formatted(setting, file, secrets.size()));
            }
            return secrets;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s=%s cannot be read; mount the secret there".formatted(setting, file), e);
        }
    }
}
