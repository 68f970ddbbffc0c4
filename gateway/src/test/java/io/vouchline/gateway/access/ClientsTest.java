package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    void nothingOfThePolicyOnCodesAndMessagesIsOnUnlessSaid() {
        client("a", "bank");
        PolicyConfig policy = policy();
        assertFalse(policy.codeWithoutLeadingZero());
        assertFalse(policy.strict());
        assertEquals(Optional.empty(), policy.fallback());
        assertEquals(Optional.empty(), policy.origin());
        assertEquals("en-US", policy.language());
    }

    @Test
    void furtherChannelsKeepTheOrderInWhichTheyAreNamed() {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.fallback", "voice,email,SMS");
        assertEquals(
                List.of(Channel.VOICE, Channel.EMAIL, Channel.SMS),
                policy().fallback().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"'push', [PUSH]", "'sms,voice,sms', '[SMS, VOICE, SMS]'"})
    void aFurtherChannelThatIsNoneOrNamedTwiceStopsTheStart(String text, String value) {
        assertStopped(
                "fallback",
                text,
                value,
                "name voice, sms and email, each at most once, in the order to try them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank.example", "a.b-c.example", "xn--bnk-bla.example"})
    void anOriginIsADomain(String text) {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.origin", text);
        assertEquals(Optional.of(text), policy().origin());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example",
                "Bank.example",
                "localhost",
                "bank.example:443",
                "bank.example/x",
                "bank.example #1",
                "-bank.example",
                "bank..example",
                "a23456789.b23456789.c23456789.d23456789.e23456789.f23456789.g23456789.h23456789.i23456789.j23456789.example"
            })
    void anyOtherOriginStopsTheStart(String text) {
        assertStopped("origin", text, text, "name a domain in lower case, such as bank.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "e", "english", "en-", "$language"})
    void aLanguageWithoutATagStopsTheStart(String text) {
        assertStopped("language", text, text, "name a language by its BCP 47 tag, such as en-US");
    }

    @Test
    void everyNumberIsScreenedAndNoListWrittenUnlessSaid() {
        client("a", "bank");
        PolicyConfig policy = policy();
        assertTrue(policy.verifyPlus());
        assertFalse(policy.shadow());
        assertEquals(WhenDegraded.VERIFIED_ONLY, policy.whenDegraded());
        assertEquals(Optional.empty(), policy.expectedRegions());
        assertEquals(Optional.empty(), policy.lists());
        assertFalse(policy.feedback());
    }

    @Test
    void noClientReadsCallsUnlessSaid() {
        client("a", "bank");
        assertFalse(policy().calls());
        assertEquals("accountNumber", policy().keypadVariable());
        assertEquals("customerInfo", policy().customerVariable());
    }

    @Test
    void twoVariablesOfOneNameStopTheStart() {
        assertStopped(
                "customer-variable",
                "accountNumber",
                "accountNumber",
                "keypad-variable has this name; give the two different ones");
    }

    @ParameterizedTest
    @CsvSource({"verified-only, VERIFIED_ONLY", "call, CALL", "block, BLOCK"})
    void aClientSaysWhichWayItFails(String text, WhenDegraded way) {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.when-degraded", text);
        assertEquals(way, policy().whenDegraded());
    }

    @Test
    void expectedRegionsAreThoseThatHaveNumbers() {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.expected-regions", "US,SE");
        assertEquals(Optional.of(Set.of("US", "SE")), policy().expectedRegions());
    }

    @ParameterizedTest
    @CsvSource({"'US,XX', XX", "us, us", "'US,Sweden', Sweden", "AQ, AQ", "001, 001"})
    void anyOtherRegionStopsTheStart(String text, String value) {
        assertStopped(
                "expected-regions",
                text,
                value,
                "name regions by their ISO 3166-1 codes, such as US,CA");
    }

    @Test
    void aShadowWithoutVerifyPlusStopsTheStart() {
        settings.put(PREFIX + "a.policy.verify-plus", "false");
        assertStopped("shadow", "true", "true", "it takes verify-plus=true");
    }

    @Test
    void aClientWritesTheListsThatAreNamed() {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.lists", "allow,deny");
        assertEquals(Optional.of(Set.of(ListKind.DENY, ListKind.ALLOW)), policy().lists());
    }

    @Test
    void whatAClientListsLastsNinetyDaysUnlessSaidOtherwise() {
        client("a", "bank");
        assertEquals(Duration.ofDays(90), policy().listLife());
    }

    @ParameterizedTest
    @CsvSource({"1h, 1", "7d, 168", "3650d, 87600"})
    void whatAClientListsLastsFromAnHourToTenYears(String text, long hours) {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.list-life", text);
        assertEquals(Duration.ofHours(hours), policy().listLife());
    }

    @ParameterizedTest
    @CsvSource({"3599s, PT59M59S", "0s, PT0S", "-90d, PT-2160H", "3651d, PT87624H"})
    void anyOtherLifeOfWhatAClientListsStopsTheStart(String text, String value) {
        assertStopped("list-life", text, value, "choose 1h to 3650d (ten years)");
    }

    @Test
    void anIdThatIsTooLongForAnAuthorStopsTheStartOfAClientThatWritesLists() {
        String id = "a".repeat(94);
        client(id, "bank");
        assertEquals(id, clients().any().orElseThrow().id());
        settings.put(PREFIX + id + ".policy.lists", "deny");
        assertEquals(
                "vouchline.access.clients.%s.policy.lists=[DENY]: its entries name the client; give it a name of at most 93 characters"
                        .formatted(id),
                assertThrows(IllegalStateException.class, this::clients).getMessage());
    }

    @Test
    void strictAndDocumentModeTogetherStopTheStart() {
        client("a", "bank");
        settings.put(PREFIX + "a.policy.strict", "true");
        assertTrue(policy().strict());
        settings.put(PREFIX + "a.policy.document-mode", "true");
        assertEquals(
                "vouchline.access.clients.a.policy.strict and .policy.document-mode are both true, but NIST SP 800-63B-4 forbids what document mode gives away; set one of them to false",
                assertThrows(IllegalStateException.class, this::clients).getMessage());
    }

    @Test
    void oneClientStandsForEachTenant() {
        client("b", "bank");
        client("a", "bank");
        client("c", "another-bank");
        assertEquals(List.of("c", "a"), clients().ofEachTenant().stream().map(Client::id).toList());
    }

    private Duration hold() {
        return policy().hold();
    }

    private PolicyConfig policy() {
        return clients().any().orElseThrow().policy();
    }

    private void assertStopped(String setting, String text, String value, String remedy) {
        client("a", "bank");
        settings.put(PREFIX + "a.policy." + setting, text);
        assertEquals(
                "vouchline.access.clients.a.policy.%s=%s: %s".formatted(setting, value, remedy),
                assertThrows(IllegalStateException.class, this::clients).getMessage());
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
