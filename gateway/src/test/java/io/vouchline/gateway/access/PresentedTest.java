package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedTest {

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "basic dXNlcjpwYXNz", "Basic user:pass"})
    void encodedAndLiteralCredentialsAreTheSame(String header) {
        assertEquals(Optional.of(new Presented("user", "pass")), Presented.read(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic ***",
                "Basic dXNlcg==",
                "Bearer x",
                "Basic :x"
            })
    void anythingElseIsNoCredential(String header) {
        assertTrue(Presented.read(header).isEmpty());
    }

    @Test
    void aCredentialDoesNotShowItself() {
        assertEquals("Presented[...]", new Presented("user", "pass").toString());
    }
}
