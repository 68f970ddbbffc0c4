package io.vouchline.risk.startup;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.risk.startup.RedisNumbersProof.WrongKeyException;
import org.junit.jupiter.api.Test;

class RedisNumbersProofTest extends RedisStoreTest {

    @Test
    void theFirstKeyIsTheRightOneAndAnotherStopsTheStart() {
        RedisNumbersProof first = proof("numbers");
        await(first.prove());
        await(first.prove());
        await(proof("numbers").prove());
        WrongKeyException refusal =
                assertThrows(WrongKeyException.class, () -> await(proof("others").prove()));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("vouchline.numbers.key-file"));
    }

    private RedisNumbersProof proof(String key) {
        return new RedisNumbersProof(
                redis, new NumberHash(SecretKeySet.read("test", KeyFiles.secret(key)).current()));
    }
}
