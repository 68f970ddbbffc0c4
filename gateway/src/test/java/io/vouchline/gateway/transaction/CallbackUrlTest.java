package io.vouchline.gateway.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example",
                "https://bank.example/reports?tenant=1",
                "https://bank.example:443/reports",
                "HTTPS://bank.example/reports",
                "https://192.0.2.1/reports",
                "https://[2001:db8::1]/reports"
            })
    void anAddressIsAbsoluteHttpsOnItsOwnPort(String text) {
        for (boolean insecure : new boolean[] {false, true}) {
            assertEquals(Optional.of(URI.create(text)), CallbackUrl.read(text, insecure));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example/reports",
                "http://127.0.0.1:8080/reports",
                "https://bank.example:8443/reports"
            })
    void inClearAndToOtherPortsOnlyWhereThatIsAllowed(String text) {
        assertEquals(Optional.empty(), CallbackUrl.read(text, false));
        assertEquals(Optional.of(URI.create(text)), CallbackUrl.read(text, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "bank.example",
                "/reports",
                "//bank.example/reports",
                "https:",
                "https:reports",
                "https://",
                "https:///reports",
                "https://:443/reports",
                "https://user@bank.example/reports",
                "https://user:password@bank.example/reports",
                "https://@bank.example/",
                "https://bank.example/reports#fragment",
                "https://bank.example:0/",
                "https://bank.example:65536/",
                "https://bank.example:port/",
                "https://bank example/",
                "https://bank_example/",
                "https://bank.example/re ports",
                "https://bank.example/\r\nX: y",
                "https://bänk.example/",
                "https://bank.example\\@internal/",
                "ftp://bank.example/",
                "file:///etc/passwd",
                "gopher://bank.example/",
                "javascript:alert(1)",
                "jar:https://bank.example!/x"
            })
    void anythingElseIsNone(String text) {
        for (boolean insecure : new boolean[] {false, true}) {
            assertEquals(Optional.empty(), CallbackUrl.read(text, insecure));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2_048, 2_049, 100_000})
    void anAddressHas2048CharactersAtTheMost(int length) {
        String beginning = "https://bank.example/";
        String text = beginning + "a".repeat(length - beginning.length());
        assertEquals(length <= 2_048, CallbackUrl.read(text, false).isPresent());
    }
}
