package io.vouchline.gateway.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackKeyTest {

    static final String KEY =
            "ABC12345yusumoN6BYsBVkh+yRJ5czgsnCehZaOYldPJdmFh6NeX8kunZ2zU1YWaUw/0wV6xfw==";

    private static final String CUSTOMER = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";
    private static final byte[] BODY =
            "{\"reference_id\":\"0123456789ABCDEF0123456789ABCDEF\",\"status\":{\"code\":100}}"
                    .getBytes(UTF_8);

    /** {@code openssl dgst -sha256 -mac HMAC -macopt hexkey:<the key's bytes> -binary | base64} */
    private static final String SIGNATURE = "T6sStiwY4zA67Nya9XAxy6yZDOYeWUN4YSo/8aCYpuc=";

    @Test
    void theSignatureIsTheHmacOfTheBodyByTheKeysBytes() {
        assertEquals(SIGNATURE, CallbackKey.of(CUSTOMER, KEY).sign(BODY));
    }

    @Test
    void aReportShowsItsSignatureInBothPlaces() {
        Map<String, String> headers = ReportPost.headers(CallbackKey.of(CUSTOMER, KEY), BODY);
        assertEquals("TSA " + CUSTOMER + ":" + SIGNATURE, headers.get("Authorization"));
        assertEquals(SIGNATURE, headers.get("X-TS-Authorization"));
        assertEquals("application/json", headers.get("Content-Type"));
    }

    @Test
    void whatIsNotBase64IsNoKey() {
        assertThrows(IllegalArgumentException.class, () -> CallbackKey.of(CUSTOMER, "not base64!"));
        assertThrows(IllegalArgumentException.class, () -> CallbackKey.of(CUSTOMER, ""));
    }

    @Test
    void aKeyIsNotWrittenToALog() {
        assertFalse(CallbackKey.of(CUSTOMER, KEY).toString().contains("ABC1"));
    }
}
