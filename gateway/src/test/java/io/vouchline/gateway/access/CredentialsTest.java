package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.testing.KeyFiles;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings of credentials must say. */
class CredentialsTest {

    private static final String PREFIX = "vouchline.access.clients.";
    private static final String BASE64 = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=";

    private final Map<String, String> settings = new HashMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "header|Authorization|vouchline.access.clients.a.header=Authorization: name a header of its own, such as X-API-Key",
                "header|X Key|vouchline.access.clients.a.header=X Key: name a header of its own, such as X-API-Key",
                "customer-id|a:b|vouchline.access.clients.a.customer-id=a:b: choose 1 to 128 visible ASCII characters without \":\"",
                "digest-sha1|true|vouchline.access.clients.a.digest-sha1=true: it takes a customer-id",
                "google-service-agents|somebody|vouchline.access.clients.a.google-service-agents=somebody: name e-mail addresses, such as service-1@gcp-sa-dialogflow.iam.gserviceaccount.com",
                "source-ranges|80.83.208.1/20|vouchline.access.clients.a.source-ranges=80.83.208.1/20: name ranges such as 80.83.208.0/20 or 2001:db8::/32, without bits beyond the prefix",
                "source-only|true|vouchline.access.clients.a.source-only=true: it takes source-ranges"
            })
    void aMistakeStopsTheStartWithSettingValueAndRemedy(
            String setting, String value, String message) {
        client("a");
        settings.put(PREFIX + "a." + setting, value);
        assertEquals(message, stopped());
    }

    @Test
    void aClientThatCanShowNothingStopsTheStart() {
        client("a");
        settings.remove(PREFIX + "a.header");
        assertTrue(stopped().startsWith("vouchline.access.clients.a.header=(unset): "));
    }

    @Test
    void aHeaderWithoutKeyStopsTheStartAndSoDoesAKeyForNothing() {
        client("a");
        settings.remove(PREFIX + "a.key-file");
        assertEquals(
                "vouchline.access.clients.a.key-file=(unset): mount the client's key and name the file",
                stopped());
        client("a");
        settings.remove(PREFIX + "a.header");
        settings.put(PREFIX + "a.google-service-agents", "a@b.example");
        assertTrue(stopped().contains("nothing uses it"));
    }

    @Test
    void aSourceAloneIsACredentialOnlyIfThatIsSaid() {
        client("a");
        settings.put(PREFIX + "a.source-ranges", "80.83.208.0/20");
        SourceAddress telavox = SourceAddress.of("80.83.208.1").orElseThrow();
        assertTrue(clients().bySource(telavox).isEmpty());
        only("b", "80.83.208.0/20");
        assertEquals("b", clients().bySource(telavox).orElseThrow().id());
        assertTrue(clients().bySource(SourceAddress.of("80.83.207.1").orElseThrow()).isEmpty());
    }

    @Test
    void twoClientsThatASourceAloneMeansStopTheStart() {
        only("a", "10.0.0.0/8");
        only("b", "192.0.2.0/24,10.1.0.0/16");
        assertEquals(
                "vouchline.access.clients.b.source-only=true: its ranges overlap those of client a, which has source-only too; keep them apart, or give one a key",
                stopped());
    }

    @Test
    void aClientWithRangesComesFromNowhereElse() {
        client("a");
        client("b");
        settings.put(PREFIX + "a.source-ranges", "80.83.208.0/20,2001:db8::/32");
        Clients clients = clients();
        Client ranged = clients.byHeader("X-API-Key", BASE64 + "a").orElseThrow();
        Client anywhere = clients.byHeader("X-API-Key", BASE64 + "b").orElseThrow();
        assertTrue(clients.mayComeFrom(ranged, SourceAddress.of("80.83.223.255")));
        assertTrue(clients.mayComeFrom(ranged, SourceAddress.of("2001:db8::1")));
        assertFalse(clients.mayComeFrom(ranged, SourceAddress.of("80.83.224.0")));
        assertFalse(clients.mayComeFrom(ranged, Optional.empty()));
        assertTrue(clients.mayComeFrom(anywhere, Optional.empty()));
    }

    @Test
    void aClientGetsTokensByItsCustomerIdOrElseByItsOwn() {
        client("a");
        client("b");
        client("c");
        settings.put(PREFIX + "a.oauth", "true");
        settings.put(PREFIX + "b.oauth", "true");
        settings.put(PREFIX + "b.customer-id", "customer");
        Clients clients = clients();
        assertEquals("a", clients.byTokenId("a", BASE64 + "a").orElseThrow().id());
        assertEquals("b", clients.byTokenId("customer", BASE64 + "b").orElseThrow().id());
        assertTrue(clients.byTokenId("b", BASE64 + "b").isEmpty());
        assertTrue(clients.byTokenId("a", BASE64 + "b").isEmpty());
        assertTrue(clients.byTokenId("c", BASE64 + "c").isEmpty());
        assertTrue(clients.withTokens("c").isEmpty());
    }

    @Test
    void aKeyThatIsNoBase64SignsNothingAndServesAsItIs() {
        client("a");
        settings.put(PREFIX + "a.customer-id", "customer");
        Clients clients = clients();
        assertTrue(clients.byCustomerId("customer", BASE64 + "a").isPresent());
        assertTrue(clients.signer("customer").isEmpty());
        settings.put(PREFIX + "a.digest-sha1", "true");
        assertTrue(stopped().contains("is not Base64"));
    }

    @Test
    void bothLiveKeysSign() {
        client("a");
        settings.put(PREFIX + "a.customer-id", "customer");
        settings.put(
                PREFIX + "a.key-file",
                KeyFiles.write("two-base64", BASE64 + "\n" + BASE64.replace("Q", "R")).toString());
        Signer signer = clients().signer("customer").orElseThrow();
        assertEquals(2, signer.keys().size());
        assertFalse(signer.sha1());
    }

    @Test
    void anOperatorIsCheckedAtStart() {
        client("a");
        operator("scopes", "everything");
        assertTrue(
                assertThrows(IllegalStateException.class, this::operators)
                        .getMessage()
                        .startsWith("vouchline.access.operators.desk.scopes=everything: "));
        operator("scopes", "attempts:clear");
        operator("audiences", "everybody");
        assertTrue(
                assertThrows(IllegalStateException.class, this::operators)
                        .getMessage()
                        .startsWith("vouchline.access.operators.desk.audiences=everybody: "));
        operator("audiences", "gateway");
        assertTrue(operators().by("desk", BASE64 + "o").isPresent());
        assertTrue(operators().by("desk", BASE64 + "a").isEmpty());
        settings.put(PREFIX + "a.oauth", "true");
        settings.put(PREFIX + "a.customer-id", "desk");
        assertTrue(
                assertThrows(IllegalStateException.class, this::operators)
                        .getMessage()
                        .contains("a client has the same id"));
    }

    @Test
    void anOperatorHasNoClientsId() {
        client("desk");
        operator("scopes", "attempts:clear");
        assertTrue(
                assertThrows(IllegalStateException.class, this::operators)
                        .getMessage()
                        .contains("a client has the same id"));
    }

    private void operator(String setting, String value) {
        String prefix = "vouchline.access.operators.desk.";
        settings.putIfAbsent(prefix + "tenant", "bank");
        settings.putIfAbsent(prefix + "scopes", "attempts:clear");
        settings.putIfAbsent(prefix + "audiences", "gateway");
        settings.putIfAbsent(
                prefix + "key-file", KeyFiles.write("credentials-o", BASE64 + "o").toString());
        settings.put(prefix + setting, value);
    }

    private void client(String id) {
        settings.put(PREFIX + id + ".tenant", "bank");
        settings.put(PREFIX + id + ".dialects", "telavox");
        settings.put(PREFIX + id + ".header", "X-API-Key");
        settings.put(PREFIX + id + ".default-region", "US");
        settings.put(
                PREFIX + id + ".key-file",
                KeyFiles.write("credentials-" + id, BASE64 + id).toString());
    }

    private void only(String id, String ranges) {
        client(id);
        settings.remove(PREFIX + id + ".header");
        settings.remove(PREFIX + id + ".key-file");
        settings.put(PREFIX + id + ".source-only", "true");
        settings.put(PREFIX + id + ".source-ranges", ranges);
    }

    private String stopped() {
        return assertThrows(IllegalStateException.class, this::clients).getMessage();
    }

    private OperatorAccounts operators() {
        return new OperatorAccounts(config(), clients(), false);
    }

    private Clients clients() {
        return new Clients(config(), false);
    }

    private AccessConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(AccessConfig.class);
    }
}
