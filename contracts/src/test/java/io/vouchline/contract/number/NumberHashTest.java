package io.vouchline.contract.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.testing.KeyFiles;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberHashTest {

    private final NumberHash hash =
            new NumberHash(SecretKeySet.read("test", KeyFiles.secret("hash")).current());

    @Test
    void whatIsAnotherTenantsPlatformsCallsOrKindHasAnotherHash() {
        List<String> hashes =
                List.of(
                        hash.of("bank", PhoneNumber.ofE164("+16502530000")),
                        hash.ofRange("bank", "+16502530000"),
                        hash.ofAgent("bank", "+16502530000"),
                        hash.ofErrand("bank", "+16502530000"),
                        hash.ofErrand("rival", "+16502530000"),
                        hash.ofSession("bank", "twilio", "+16502530000"),
                        hash.ofSession("rival", "twilio", "+16502530000"),
                        hash.ofSession("bank", "genesys", "+16502530000"),
                        hash.ofSession("bank", "twilio", "+16502530001"));
        assertEquals(hashes.size(), new HashSet<>(hashes).size(), hashes::toString);
        hashes.forEach(one -> assertTrue(one.matches("[0-9A-F]{32}"), one));
    }

    @Test
    void theSameSessionHasTheSameHash() {
        assertEquals(
                hash.ofSession("bank", "twilio", "CA1"), hash.ofSession("bank", "twilio", "CA1"));
    }
}
