package io.vouchline.gateway.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.testing.Requirement;
import org.junit.jupiter.api.Test;

class PlainUpstreamCheckTest {

    @Test
    @Requirement(35)
    void aServiceThatIsCalledWithoutTlsStopsTheStart() {
        assertTrue(
                assertThrows(
                                IllegalStateException.class,
                                () -> PlainUpstreamCheck.check("the.url", "http://otp:8082"))
                        .getMessage()
                        .startsWith("the.url=http://otp:8082"));
        assertDoesNotThrow(() -> PlainUpstreamCheck.check("the.url", "https://otp:8082"));
    }
}
