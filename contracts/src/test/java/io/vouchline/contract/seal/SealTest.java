package io.vouchline.contract.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Keysets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final byte[] MESSAGE = "+16502530000".getBytes(UTF_8);

    private final Seal seal = Seal.read("test", Keysets.keyset("seal.json"));

    @Test
    void whatIsSealedForAPurposeOpensForIt() {
        assertArrayEquals(MESSAGE, seal.open(seal.seal(MESSAGE, "a"), "a"));
        assertArrayEquals(MESSAGE, seal.openBytes(seal.sealBytes(MESSAGE, "a"), "a"));
    }

    @Test
    void itCannotBeReadNorRecognizedWhereItIsKept() {
        String sealed = seal.seal(MESSAGE, "a");
        assertFalse(new String(Base64.getDecoder().decode(sealed), UTF_8).contains("1650"));
        assertNotEquals(sealed, seal.seal(MESSAGE, "a"));
    }

    @Test
    void forAnotherPurposeItDoesNotOpen() {
        String sealed = seal.seal(MESSAGE, "a");
        assertThrows(IllegalStateException.class, () -> seal.open(sealed, "b"));
    }

    @Test
    void changedItDoesNotOpen() {
        byte[] sealed = seal.sealBytes(MESSAGE, "a");
        sealed[sealed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> seal.openBytes(sealed, "a"));
    }

    @Test
    void withAnotherKeysetItDoesNotOpen() {
        Seal other = Seal.read("test", Keysets.keyset("another-seal.json"));
        String sealed = seal.seal(MESSAGE, "a");
        assertThrows(IllegalStateException.class, () -> other.open(sealed, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "no JSON", "{\"keys\":[]}"})
    void aFileWithoutKeysetIsToldWithSettingPathAndRemedy(String text) {
        Path file = KeyFiles.write("no-keyset-" + text.length(), text);
        assertUnusable(file);
    }

    @Test
    void aFileThatIsNotThereIsToldWithSettingPathAndRemedy() {
        assertUnusable(Path.of("nowhere", "keyset.json"));
    }

    private static void assertUnusable(Path file) {
        String message =
                assertThrows(IllegalStateException.class, () -> Seal.read("a.setting", file))
                        .getMessage();
        assertEquals(
                "a.setting=%s is not a usable keyset".formatted(file), message.split(" \\(", 2)[0]);
        assertEquals("mount a Tink AEAD keyset as JSON", message.split("; ", 2)[1]);
    }
}
