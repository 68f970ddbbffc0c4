package io.vouchline.gateway.telesign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.dialect.Dialect;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallbackUrlsTest {

    private static final String CLIENT = "vouchline.access.clients.a.";
    private static final String OWN = "https://bank.example/reports";

    @Test
    void aRequestsAddressGoesBeforeTheClients() {
        AccessConfig access = access(OWN);
        CallbackUrls urls = new CallbackUrls(access, false, true);
        assertEquals(URI.create(OWN), urls.of(client(access), Optional.empty()));
        assertEquals(
                URI.create("https://other.example/"),
                urls.of(client(access), Optional.of("https://other.example/")));
    }

    @Test
    void withoutAddressNothingIsReported() {
        AccessConfig access = access(null);
        assertNull(new CallbackUrls(access, false, true).of(client(access), Optional.empty()));
    }

    @Test
    void aRequestsAddressThatIsNoneIsRefusedAndNotReplaced() {
        AccessConfig access = access(OWN);
        CallbackUrls urls = new CallbackUrls(access, false, true);
        ProblemException failure =
                assertThrows(
                        ProblemException.class,
                        () -> urls.of(client(access), Optional.of("http://other.example/")));
        assertEquals("CallbackUrl Parameter", failure.problem().detail());
    }

    @Test
    void aClientsAddressThatIsNoneStopsTheStartNamingTheSetting() {
        AccessConfig access = access("http://bank.example/reports");
        IllegalStateException failure =
                assertThrows(
                        IllegalStateException.class, () -> new CallbackUrls(access, false, true));
        assertTrue(failure.getMessage().contains(CLIENT + "policy.callback-url"));
        assertEquals(
                URI.create("http://bank.example/reports"),
                new CallbackUrls(access, true, false).of(client(access), Optional.empty()));
    }

    @Test
    void productionNeverReportsInClear() {
        AccessConfig access = access(OWN);
        IllegalStateException failure =
                assertThrows(
                        IllegalStateException.class, () -> new CallbackUrls(access, true, true));
        assertTrue(failure.getMessage().contains("vouchline.callback.allow-insecure"));
    }

    private static Client client(AccessConfig access) {
        return new Client(
                "a", "bank", Set.of(Dialect.TELESIGN), "US", access.clients().get("a").policy());
    }

    private static AccessConfig access(String url) {
        SmallRyeConfigBuilder settings =
                new SmallRyeConfigBuilder()
                        .withMapping(AccessConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValue(CLIENT + "tenant", "bank")
                        .withDefaultValue(CLIENT + "dialects", "telesign")
                        .withDefaultValue(CLIENT + "default-region", "US")
                        .withDefaultValue(CLIENT + "key-file", "none");
        if (url != null) {
            settings.withDefaultValue(CLIENT + "policy.callback-url", url);
        }
        return settings.build().getConfigMapping(AccessConfig.class);
    }
}
