package io.vouchline.otp.verification;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.seal.Seal;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Keysets;
import io.vouchline.contract.testing.Redis;
import io.vouchline.contract.testing.RedisConnection;
import io.vouchline.otp.delivery.SealedMessages;
import io.vouchline.otp.passcode.Pepper;
import io.vouchline.otp.verification.KeyProof.WrongKeysException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyProofTest {

    private static final Path KEYSET = Keysets.keyset("proof.json");

    private static RedisConnection redis;

    @BeforeAll
    static void start() {
        redis = new RedisConnection(new Redis());
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        await(redis.api().flushall(List.of()));
    }

    @Test
    void aRotationOfThePepperCanBeEnded() {
        assertDoesNotThrow(() -> prove("a"));
        assertDoesNotThrow(() -> prove("b", "a"));
        assertDoesNotThrow(() -> prove("b"));
        assertThrows(WrongKeysException.class, () -> prove("a"));
    }

    @Test
    void anotherPepperStopsTheStart() {
        assertDoesNotThrow(() -> prove("a"));
        assertThrows(WrongKeysException.class, () -> prove("b"));
        assertDoesNotThrow(() -> prove("a"));
    }

    private static void prove(String... peppers) {
        Path file =
                KeyFiles.write(
                        "proof-" + String.join("", peppers) + ".jwks",
                        "{\"keys\":[%s]}"
                                .formatted(
                                        Arrays.stream(peppers)
                                                .map(KeyProofTest::jwk)
                                                .collect(Collectors.joining(","))));
        NumberHash numbers =
                new NumberHash(
                        SecretKeySet.read("test", KeyFiles.secret("proof-numbers")).current());
        KeyProof proof =
                new KeyProof(
                        new RedisCanaryStore(redis.api()),
                        new Pepper(SecretKeySet.read("test", file)),
                        new SealedMessages(Seal.read("test", KEYSET)),
                        numbers);
        await(proof.prove());
    }

    private static String jwk(String name) {
        return "{\"kty\":\"oct\",\"kid\":\"%s\",\"k\":\"%s\"}".formatted(name, name.repeat(43));
    }
}
