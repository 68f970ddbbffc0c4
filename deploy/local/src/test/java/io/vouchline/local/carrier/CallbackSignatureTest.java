package io.vouchline.local.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallbackSignatureTest {

    @Test
    void theExampleOfTheVendorComesOut() {
        var parameters =
                Map.of(
                        "CallSid", "CA1234567890ABCDE",
                        "Caller", "+14158675309",
                        "Digits", "1234",
                        "From", "+14158675309",
                        "To", "+18005551212");

        String signature =
                CallbackSignature.of(
                        URI.create("https://mycompany.com/myapp.php?foo=1&bar=2"),
                        new TreeMap<>(parameters),
                        "12345");

        assertEquals("RSOYDt4T1cUTdK1PDd93/VVr8B8=", signature);
    }
}
