package io.vouchline.local.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.vouchline.local.report.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

    @TempDir private Path folder;

    @Test
    void keysAreMadeOnceAndKept() throws IOException {
        KeyFolder.open(folder.resolve("keys"));
        Map<String, String> first = contents();

        KeyFolder.open(folder.resolve("keys"));

        assertEquals(18, first.size());
        assertEquals(first, contents());
    }

    @Test
    void aKeyThatIsMissingIsMadeAndTheOthersStay() throws IOException {
        KeyFolder keys = KeyFolder.open(folder.resolve("keys"));
        Map<String, String> first = contents();
        Files.delete(keys.pepper());

        KeyFolder.open(folder.resolve("keys"));

        Map<String, String> second = contents();
        assertNotEquals(first.remove("pepper.jwks"), second.remove("pepper.jwks"));
        assertEquals(first, second);
    }

    @Test
    void onlyTheOwnerCanReadTheKeys() throws IOException {
        KeyFolder.open(folder.resolve("keys"));

        assertEquals("rwx------", permissions(folder.resolve("keys")));
        for (String name : contents().keySet()) {
            assertEquals("rw-------", permissions(folder.resolve("keys").resolve(name)), name);
        }
    }

    @Test
    void thePublicSetFitsTheSigningKeyAndHoldsNoSecret() throws Exception {
        KeyFolder keys = KeyFolder.open(folder);

        JsonWebKey published = only(keys.internalKeys());

        assertEquals(keys.signer().getKeyId(), published.getKeyId());
        assertEquals("ES256", published.getAlgorithm());
        assertEquals("sig", published.getUse());
        assertEquals(keys.signer().getPublicKey(), published.getKey());
        assertTrue(Files.readString(keys.internalSigningKey()).contains("\"d\""));
        assertTrue(!Files.readString(keys.internalKeys()).contains("\"d\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.jwks", "pepper.jwks", "numbers.jwks"})
    void aSecretSetHoldsOneKeyOf32Bytes(String name) throws Exception {
        KeyFolder.open(folder);

        JsonWebKey key = only(folder.resolve(name));

        assertEquals("oct", key.getKeyType());
        assertEquals(32, key.getKey().getEncoded().length);
        assertTrue(!key.getKeyId().isEmpty());
    }

    private static JsonWebKey only(Path file) throws Exception {
        JsonWebKeySet set = new JsonWebKeySet(Files.readString(file));
        assertEquals(1, set.getJsonWebKeys().size());
        return set.getJsonWebKeys().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"profiles.keyset.json", "passcodes.keyset.json", "calls.keyset.json"})
    void aKeysetSealsAndOpens(String name) throws Exception {
        KeyFolder.open(folder);
        byte[] text = {1, 2, 3};
        byte[] place = {4};

        Aead keyset =
                TinkJsonProtoKeysetFormat.parseKeyset(
                                Files.readString(folder.resolve(name)),
                                AeadConfig2026.get(),
                                InsecureSecretKeyAccess.get())
                        .getPrimitive(AeadConfig2026.get(), Aead.class);

        assertArrayEquals(text, keyset.decrypt(keyset.encrypt(text, place), place));
    }

    @Test
    void clientsGetKeysOfTheirDialect() {
        DemoCredentials credentials = KeyFolder.open(folder).credentials();

        assertTrue(credentials.apiKey().matches("vouchline-demo-[\\w-]{32}"));
        assertTrue(credentials.documentApiKey().matches("vouchline-demo-[\\w-]{32}"));
        assertNotEquals(credentials.apiKey(), credentials.documentApiKey());
        assertEquals("Uak4fcLTTH/Tv8c/Q6QMwl5t4ck=", credentials.customerKey());
        assertEquals(20, Base64.getDecoder().decode(credentials.blockedCustomerKey()).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-events.secret", "app-answers.secret"})
    void aSecretOfWebhooksHas32Bytes(String name) throws IOException {
        KeyFolder.open(folder);

        String secret = Files.readString(folder.resolve(name));

        assertTrue(secret.startsWith("whsec_"));
        assertEquals(32, Base64.getDecoder().decode(secret.substring(6)).length);
    }

    @Test
    void assertionsAreSignedWithAKeyOfTheirOwn() throws Exception {
        KeyFolder keys = KeyFolder.open(folder);

        PublicJsonWebKey key =
                PublicJsonWebKey.Factory.newPublicJwk(Files.readString(keys.assertionSigningKey()));

        assertTrue(key.getPrivateKey() != null);
        assertNotEquals(keys.signer().getPublicKey(), key.getPublicKey());
        assertNotEquals(keys.signer().getKeyId(), key.getKeyId());
    }

    @Test
    void aBrokenSigningKeyIsNamedWithTheRemedy() throws IOException {
        KeyFolder keys = KeyFolder.open(folder);
        Files.writeString(keys.internalSigningKey(), "nonsense");

        String sentence = assertThrows(StartFailure.class, () -> KeyFolder.open(folder)).sentence();

        assertEquals(
                "The file %s is not a private JSON Web Key: remove it, so that a new one is made."
                        .formatted(keys.internalSigningKey()),
                sentence);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.list(folder.resolve("keys"))) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
