package io.vouchline.lookup;

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
            String name = "/com/google/i18n/phonenumbers/data/PhoneNumberMetadataProto_" + region;
            assertNotNull(ResourcesTest.class.getResource(name), name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/db/migration/V1__customers_sealed_and_indexed.sql",
                "/db/migration/V2__imports.sql",
                "/db/migration/V3__audit.sql",
                "/db/migration/V4__widgets.sql",
                "/db/migration/V5__authenticators.sql",
                "/io/vouchline/lookup/intake/stage.sql",
                "/io/vouchline/lookup/intake/merge.sql"
            })
    void everyScriptLoads(String name) {
        assertNotNull(ResourcesTest.class.getResource(name), name);
    }
}
