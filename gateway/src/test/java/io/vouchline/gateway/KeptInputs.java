package io.vouchline.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The inputs of a fuzz test, where its fuzzer looks for them too. */
public final class KeptInputs {

    private KeptInputs() {}

    /**
     * The files in the folder {@code <test class>Inputs/<method>} beside a test.
     *
     * @param method the method that fuzzes
     */
    public static List<Path> of(Class<?> test, String method) {
        String folder = test.getSimpleName() + "Inputs/" + method;
        URL url = Objects.requireNonNull(test.getResource(folder), folder);
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
