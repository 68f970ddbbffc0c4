package io.vouchline.risk;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.number.Notation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every class-path resource that the native image must list loads by its name. */
class ResourcesTest {

    private static final String NUMBERS = "/com/google/i18n/phonenumbers/";

    @Test
    void theNumberingDataOfEveryRegionLoads() {
        for (String region : Notation.regions()) {
            String name = NUMBERS + "data/PhoneNumberMetadataProto_" + region;
            assertNotNull(ResourcesTest.class.getResource(name), name);
        }
    }

    /** The index of each table, and English files whose names have one to four digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "carrier/data/config",
                "carrier/data/46_en",
                "carrier/data/881_en",
                "carrier/data/1876_en",
                "geocoding/data/config",
                "geocoding/data/44_en",
                "geocoding/data/972_en",
                "geocoding/data/1650_en",
                "timezones/data/map_data",
            })
    void theTablesOfCarriersPlacesAndZonesLoad(String name) throws IOException {
        assertIsListedAndLoads(NUMBERS + name);
    }

    @Test
    void theSpecialRangesLoad() throws IOException {
        assertIsListedAndLoads("/io/vouchline/risk/number/special-ranges.csv");
    }

    private static void assertIsListedAndLoads(String name) throws IOException {
        try (InputStream in = ResourcesTest.class.getResourceAsStream(name)) {
            assertTrue(Objects.requireNonNull(in, name).readAllBytes().length > 0, name);
        }
        assertTrue(isListed(name.substring(1)), name);
    }

    /** Whether the native image takes the resource in: "*" within a folder, "**" below it. */
    private static boolean isListed(String name) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = ResourcesTest.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
        String globs = settings.getProperty("quarkus.native.resources.includes");
        return Arrays.stream(globs.split(",", -1))
                .map(
                        glob ->
                                glob.replace(".", "\\.")
                                        .replace("**/", "(.+/)?")
                                        .replace("*", "[^/]*"))
                .anyMatch(name::matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contract/redis/prelude.lua",
                "risk/signal/weights.json",
                "risk/history/prelude.lua",
                "risk/history/ask-number.lua",
                "risk/history/ask-destination.lua",
                "risk/history/ask-client.lua",
                "risk/history/refuse.lua",
                "risk/history/happen-number.lua",
                "risk/history/happen-destination.lua",
                "risk/history/happen-client.lua",
                "risk/listing/lists.lua",
                "risk/listing/add.lua",
                "risk/listing/remove.lua",
                "risk/listing/changes.lua",
                "risk/listing/page.lua",
                "risk/listing/entries.lua"
            })
    void everyScriptAndTheWeightsLoad(String name) {
        assertNotNull(ResourcesTest.class.getResource("/io/vouchline/" + name), name);
    }
}
