package io.vouchline.lookup;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vouchline.contract.number.Notation;
import org.junit.jupiter.api.Test;

/** Every class-path resource that the native image must list loads by its name. */
class ResourcesTest {

    @Test
    void theNumberingDataOfEveryRegionLoads() {
        for (String region : Notation.regions()) {
            String name = "/com/google/i18n/phonenumbers/data/PhoneNumberMetadataProto_" + region;
            assertNotNull(ResourcesTest.class.getResource(name), name);
        }
    }

    @Test
    void everyMigrationLoads() {
        String name = "/db/migration/V1__customers_sealed_and_indexed.sql";
        assertNotNull(ResourcesTest.class.getResource(name), name);
    }
}
