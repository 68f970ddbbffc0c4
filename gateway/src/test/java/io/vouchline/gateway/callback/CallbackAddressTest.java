package io.vouchline.gateway.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://bank.example,bank.example,/",
        "https://bank.example:443/,bank.example,/",
        "HTTPS://bank.example/a%20b?c=%2F&d,bank.example,/a%20b?c=%2F&d",
        "https://bank.example?c,bank.example,/?c",
        "https://8.8.8.8/x,8.8.8.8,/x",
        "https://[2606:4700::1]/x,2606:4700::1,/x",
    })
    void httpsOnItsOwnPortIsTakenAsItIsWritten(String address, String host, String target) {
        assertEquals(
                Optional.of(new CallbackAddress(true, host, 443, target)),
                CallbackAddress.of(URI.create(address), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example/",
                "http://bank.example:443/",
                "https://bank.example:80/",
                "https://bank.example:8443/",
                "https://bank.example:0/",
                "ftp://bank.example/",
                "file:///etc/passwd",
                "gopher://bank.example:443/",
                "https:bank.example",
                "https:///path",
                "//bank.example/path",
                "/path",
                "https://user@bank.example/",
                "https://user:password@bank.example/",
                "https://@bank.example/",
            })
    void anythingElseIsRefused(String address) {
        assertTrue(CallbackAddress.of(URI.create(address), false).isEmpty());
    }

    @Test
    void otherPortsAndHttpAreForTestsOnly() {
        assertEquals(
                Optional.of(new CallbackAddress(false, "localhost", 1234, "/x")),
                CallbackAddress.of(URI.create("http://localhost:1234/x"), true));
        assertTrue(CallbackAddress.of(URI.create("https://localhost:1234/x"), true).isPresent());
        assertTrue(CallbackAddress.of(URI.create("ftp://localhost/x"), true).isEmpty());
        assertTrue(CallbackAddress.of(URI.create("http://a@localhost/x"), true).isEmpty());
    }

    @Test
    void anAddressIsNotWrittenToALog() {
        assertFalse(
                CallbackAddress.of(URI.create("https://bank.example/token"), false)
                        .orElseThrow()
                        .toString()
                        .contains("token"));
    }
}
