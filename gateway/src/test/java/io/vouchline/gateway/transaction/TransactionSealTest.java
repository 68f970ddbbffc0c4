package io.vouchline.gateway.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vouchline.contract.key.SecretKeySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionSealTest {

    private static final String REFERENCE = "0123456789ABCDEF0123456789ABCDEF";
    private static final byte[] TEXT = "+16502530000".getBytes(UTF_8);

    @TempDir Path folder;

    @Test
    void whatIsSealedIsReadUnderItsOwnReferenceOnly() throws IOException {
        TransactionSeal seal = seal("a");
        String sealed = seal.seal(REFERENCE, TEXT);
        assertEquals(Optional.of("+16502530000"), opened(seal, REFERENCE, sealed));
        assertEquals(Optional.empty(), opened(seal, REFERENCE.replace('0', '1'), sealed));
    }

    @Test
    void nothingOfItCanBeReadAndEqualTextsLookDifferent() throws IOException {
        TransactionSeal seal = seal("a");
        String sealed = seal.seal(REFERENCE, TEXT);
        assertFalse(new String(Base64.getDecoder().decode(sealed), UTF_8).contains("650253"));
        assertNotEquals(sealed, seal.seal(REFERENCE, TEXT));
    }

    @Test
    void whatAnOlderKeySealedIsOpenedAsLongAsItIsThere() throws IOException {
        String sealed = seal("a").seal(REFERENCE, TEXT);
        assertEquals(Optional.of("+16502530000"), opened(seal("b", "a"), REFERENCE, sealed));
        assertEquals(Optional.empty(), opened(seal("b"), REFERENCE, sealed));
    }

    @Test
    void whatWasChangedOrNeverSealedIsNotOpened() throws IOException {
        TransactionSeal seal = seal("a");
        byte[] sealed = Base64.getDecoder().decode(seal.seal(REFERENCE, TEXT));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertEquals(Optional.empty(), opened(seal, REFERENCE, text));
        }
        for (String text : new String[] {"", "{}", "AAAA", "!"}) {
            assertEquals(Optional.empty(), opened(seal, REFERENCE, text));
        }
    }

    private static Optional<String> opened(TransactionSeal seal, String reference, String text) {
        return seal.open(reference, text).map(bytes -> new String(bytes, UTF_8));
    }

    private TransactionSeal seal(String... keys) throws IOException {
        StringBuilder set = new StringBuilder();
        for (String key : keys) {
            set.append(set.isEmpty() ? "" : ",")
                    .append(
                            "{\"kty\":\"oct\",\"kid\":\"%s\",\"k\":\"%s\"}"
                                    .formatted(key, key(key)));
        }
        Path file = Files.createTempFile(folder, "numbers", ".jwks");
        Files.writeString(file, "{\"keys\":[" + set + "]}");
        return new TransactionSeal(SecretKeySet.read("numbers", file));
    }

    private static String key(String letter) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(letter.repeat(32).getBytes(UTF_8));
    }
}
