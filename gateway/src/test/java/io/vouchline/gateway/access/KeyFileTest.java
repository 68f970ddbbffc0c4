package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final String KEY = "abcdefghijklmnopqrstuvwxyz";

    @TempDir Path folder;

    @Test
    void oneKeyOrTwoAreRead() throws IOException {
        assertEquals(List.of(KEY), read(KEY + "\n", true));
        assertEquals(List.of(KEY, KEY + "2"), read(KEY + "\n\n " + KEY + "2 \n", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "too-short", KEY + "\n" + KEY + "2\n" + KEY + "3"})
    void anythingElseStopsTheStartAndIsNotRepeated(String content) {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> read(content, false));
        assertTrue(refusal.getMessage().startsWith("vouchline.access.clients.c.key-file="));
        assertFalse(refusal.getMessage().contains(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vouchline-demo-abcdefghijklmnop", "Uak4fcLTTH/Tv8c/Q6QMwl5t4ck="})
    void productionRefusesDemoKeys(String key) throws IOException {
        assertEquals(List.of(key), read(key, false));
        assertTrue(
                assertThrows(IllegalStateException.class, () -> read(key, true))
                        .getMessage()
                        .contains("demo key"));
    }

    @Test
    void aMissingFileStopsTheStart() {
        assertThrows(
                IllegalStateException.class,
                () -> KeyFile.read("clients.c", folder.resolve("none"), false));
    }

    private List<String> read(String content, boolean production) throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, content);
        return KeyFile.read("clients.c", file, production);
    }
}
