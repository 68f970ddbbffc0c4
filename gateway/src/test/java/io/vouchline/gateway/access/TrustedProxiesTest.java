package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // peer; X-Forwarded-For, headers divided by |; source
                "198.51.100.1; ; 198.51.100.1",
                // Nobody who is not trusted is believed.
                "198.51.100.1; 80.83.208.1; 198.51.100.1",
                "10.0.0.1; ; 10.0.0.1",
                "10.0.0.1; 198.51.100.7; 198.51.100.7",
                // What stands left of the first untrusted hop anybody may have written.
                "10.0.0.1; 80.83.208.1, 198.51.100.7; 198.51.100.7",
                "10.0.0.1; 80.83.208.1, 198.51.100.7, 10.0.0.2; 198.51.100.7",
                "10.0.0.1; 80.83.208.1|198.51.100.7|10.0.0.2; 198.51.100.7",
                "10.0.0.1; 10.0.0.3, 10.0.0.2; 10.0.0.3",
                "10.0.0.1; 2001:db8::7; 2001:db8::7",
                "10.0.0.1; [2001:db8::7]:4711; 2001:db8::7",
                "10.0.0.1; 198.51.100.7:4711; 198.51.100.7",
                "::ffff:10.0.0.1; 198.51.100.7; 198.51.100.7",
                "fd00::1%3; 198.51.100.7; 198.51.100.7",
                // What is unreadable is nobody's address.
                "10.0.0.1; unknown; -",
                "10.0.0.1; 80.83.208.1, ; -",
                "10.0.0.1; 80.83.208.1, bank.example; -"
            },
            delimiter = ';')
    void aHopIsBelievedOnlyIfItIsTrusted(String peer, String forwarded, String source) {
        TrustedProxies proxies =
                new TrustedProxies(SourceRange.all("x", List.of("10.0.0.0/8", "fd00::/8")));
        List<String> headers =
                forwarded == null || forwarded.isEmpty()
                        ? List.of()
                        : Arrays.asList(forwarded.split("\\|", -1));
        assertEquals(
                Optional.ofNullable(source).flatMap(SourceAddress::of),
                proxies.source(peer, headers));
    }
}
