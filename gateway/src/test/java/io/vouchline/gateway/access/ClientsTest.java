package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.testing.KeyFiles;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {

    private static final String PREFIX = "vouchline.access.clients.";
    private static final String LONG_NAME =
            "a name of 65 characters, which is one too many for any app at all";

    private final Map<String, String> settings = new HashMap<>();

    @Test
    void aHoldIsADayUnlessSaidOtherwise() {
        client("a", "bank");
        assertEquals(Duration.ofDays(1), hold());
    }

    @ParameterizedTest
    @CsvSource({"0s, 0", "90m, 5400", "720h, 2592000", "P30D, 2592000"})
    void aHoldIsTakenFromNoneToThirtyDays(String text, long seconds) {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.hold", text);
        assertEquals(Duration.ofSeconds(seconds), hold());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "721h", "2592001s"})
    void anyOtherHoldStopsTheStartWithSettingValueAndRemedy(String text) {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.hold", text);
        String value = DurationConverter.parseDuration(text).toString();
        assertEquals(
                "vouchline.access.clients.a.policy.hold=%s: choose 0s to 720h (30 days)"
                        .formatted(value),
                assertThrows(IllegalStateException.class, this::clients).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: B", "a\u0007b", LONG_NAME})
    void anInstitutionThatNoAppCanShowStopsTheStartWithSettingAndRemedy(String name) {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.institution", name);
        assertEquals(
                "vouchline.access.clients.a.policy.institution=%s: choose 1 to 64 characters without \":\""
                        .formatted(name),
                assertThrows(IllegalStateException.class, this::clients).getMessage());
    }

    @Test
    void anInstitutionHasTheNameThatIsSet() {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.institution", "Bänk & Söhne 1st");
        assertEquals(
                "Bänk & Söhne 1st",
                clients().any().orElseThrow().policy().institution().orElseThrow());
    }

    @Test
    void oneClientStandsForEachTenant() {
        client("b", "bank");
        client("a", "bank");
        client("c", "another-bank");
        assertEquals(List.of("c", "a"), clients().ofEachTenant().stream().map(Client::id).toList());
    }

    private Duration hold() {
        return clients().any().orElseThrow().policy().hold();
    }

    private void client(String id, String tenant) {
        settings.put(PREFIX + id + ".tenant", tenant);
        settings.put(PREFIX + id + ".dialects", "telavox");
        settings.put(PREFIX + id + ".header", "X-API-Key");
        settings.put(PREFIX + id + ".default-region", "US");
        String key = "a-key-of-the-tests-of-" + id + "-0123456789";
        settings.put(PREFIX + id + ".key-file", KeyFiles.write("clients-" + id, key).toString());
    }

    private Clients clients() {
        return new Clients(
                new SmallRyeConfigBuilder()
                        .withMapping(AccessConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValues(settings)
                        .build()
                        .getConfigMapping(AccessConfig.class),
                false);
    }
}
