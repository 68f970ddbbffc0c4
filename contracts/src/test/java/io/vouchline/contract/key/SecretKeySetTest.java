package io.vouchline.contract.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.key.SecretKeySet.SecretKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeySetTest {

    private static final String K = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @TempDir Path folder;

    @Test
    void theFirstKeyIsTheCurrentOne() throws IOException {
        SecretKeySet keys = read("{\"keys\":[" + jwk("new", K) + "," + jwk("old", K) + "]}");
        assertEquals("new", keys.current().id());
        assertEquals(List.of("new", "old"), keys.all().stream().map(SecretKey::id).toList());
    }

    /** The expected value was computed with Python's hmac for the key 00 to 1f. */
    @Test
    void aMacIsHmacSha256() throws IOException {
        byte[] mac = read("{\"keys\":[" + jwk("a", K) + "]}").current().mac("abc".getBytes(UTF_8));
        assertEquals(
                "f0133729c4163dede81e21cd47839256da58171238c8a0d874397c73b14e1e47",
                HexFormat.of().formatHex(mac));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"a\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"" + K + "\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"c2hvcnQ\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"***\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\""
                        + K
                        + "\"},"
                        + "{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\""
                        + K
                        + "\"}]}"
            })
    void anUnusableFileIsRefusedWithSettingAndPathAndWithoutItsContent(String content) {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> read(content));
        assertTrue(refusal.getMessage().startsWith("the.setting=" + folder));
        assertFalse(refusal.getMessage().contains(K));
    }

    @Test
    void aMissingFileIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> SecretKeySet.read("the.setting", folder.resolve("none")));
    }

    @Test
    void aKeyShowsItsIdOnly() throws IOException {
        assertEquals("SecretKey[a]", read("{\"keys\":[" + jwk("a", K) + "]}").current().toString());
    }

    private SecretKeySet read(String content) throws IOException {
        Path file = folder.resolve("keys.jwks");
        Files.writeString(file, content);
        return SecretKeySet.read("the.setting", file);
    }

    private static String jwk(String id, String key) {
        return "{\"kty\":\"oct\",\"kid\":\"%s\",\"k\":\"%s\"}".formatted(id, key);
    }
}
