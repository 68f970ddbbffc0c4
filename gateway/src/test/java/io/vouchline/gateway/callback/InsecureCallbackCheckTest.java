package io.vouchline.gateway.callback;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.testing.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsecureCallbackCheckTest {

    private static final CallbackConfig INSECURE =
            Settings.of(CallbackConfig.class, Map.of("allow-insecure", "true"));

    @Test
    void productionRefusesInsecureCallbacksAndNamesTheSetting() {
        assertTrue(
                assertThrows(
                                IllegalStateException.class,
                                () -> InsecureCallbackCheck.check(INSECURE, true))
                        .getMessage()
                        .startsWith("vouchline.callback.allow-insecure=true"));
    }

    @Test
    void elsewhereTheyAreAllowedAndTheDefaultIsSecureEverywhere() {
        assertDoesNotThrow(() -> InsecureCallbackCheck.check(INSECURE, false));
        assertDoesNotThrow(
                () -> InsecureCallbackCheck.check(Settings.defaults(CallbackConfig.class), true));
    }
}
