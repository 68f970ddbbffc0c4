package io.vouchline.otp;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vouchline.contract.number.Notation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every class-path resource that the native image must list loads by its name. */
class ResourcesTest {

    @Test
    void theNumberingDataOfEveryRegionLoads() {
        for (String region : Notation.regions()) {
            load("com/google/i18n/phonenumbers/data/PhoneNumberMetadataProto_" + region);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store/prelude.lua",
                "verification/issue.lua",
                "verification/resend.lua",
                "verification/check.lua",
                "verification/find.lua",
                "verification/end.lua",
                "attempt/reserve.lua",
                "attempt/settle.lua",
                "attempt/clear.lua",
                "securitykey/use-step.lua",
                "quota/take.lua",
                "quota/give-back.lua",
                "delivery/take.lua",
                "delivery/progress.lua",
                "delivery/press.lua"
            })
    void everyScriptLoads(String name) {
        load("io/vouchline/otp/" + name);
    }

    @Test
    void whatEveryScriptBeginsWithLoads() {
        load("io/vouchline/contract/redis/prelude.lua");
    }

    private static void load(String name) {
        assertNotNull(ResourcesTest.class.getResource("/" + name), name);
    }
}
