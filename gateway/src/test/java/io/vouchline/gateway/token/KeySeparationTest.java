package io.vouchline.gateway.token;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySeparationTest {

    @TempDir Path folder;

    private final Map<String, Path> files = new LinkedHashMap<>();

    @Test
    void keysOfTheirOwnAreFine() throws Exception {
        write("a", key(), "1");
        write("b", key(), "2");
        write("c", key(), "3");
        assertDoesNotThrow(() -> KeySeparation.check(files));
    }

    @Test
    void theSameKeyTwiceStopsTheStartWhateverItIsCalled() throws Exception {
        EllipticCurveJsonWebKey key = key();
        write("a", key, "1");
        write("b", key(), "2");
        write("c", key, "3");
        assertEquals("c and a hold the same key; make a key of its own for each", stopped());
    }

    @Test
    void theSameNameTwiceStopsTheStart() throws Exception {
        write("a", key(), "1");
        write("b", key(), "1");
        assertEquals("b and a hold the same kid; make a key of its own for each", stopped());
    }

    private String stopped() {
        return assertThrows(IllegalStateException.class, () -> KeySeparation.check(files))
                .getMessage();
    }

    private void write(String setting, EllipticCurveJsonWebKey key, String id) throws IOException {
        key.setKeyId(id);
        Path file = folder.resolve(setting);
        Files.writeString(file, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        files.put(setting, file);
    }

    private static EllipticCurveJsonWebKey key() throws JoseException {
        return EcJwkGenerator.generateJwk(EllipticCurves.P256);
    }
}
