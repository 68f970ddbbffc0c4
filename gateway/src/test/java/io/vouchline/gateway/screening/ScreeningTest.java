package io.vouchline.gateway.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.Cleansed;
import io.vouchline.contract.risk.RiskApi.Cleansing;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.Original;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import io.vouchline.contract.risk.RiskApi.Risk;
import io.vouchline.contract.risk.RiskApi.Withdrawal;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.screening.Screening.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    private static final String CLIENT = "vouchline.access.clients.a.";
    private static final PhoneType MOBILE = new PhoneType("2", "MOBILE");

    @ParameterizedTest
    @CsvSource({"false, CALL", "true, BLOCKED"})
    void withMemoryTheThresholdAloneDecides(boolean blocked, Verdict verdict) {
        for (String way : new String[] {"verified-only", "call", "block"}) {
            assertEquals(verdict, of("when-degraded", way, assessment(blocked, false)));
        }
    }

    @ParameterizedTest
    @CsvSource({"verified-only, CALL_IF_VERIFIED_BEFORE", "call, CALL", "block, BLOCKED"})
    void withoutMemoryOrAssessmentTheClientSaysWhichWayItFails(String way, Verdict verdict) {
        assertEquals(verdict, of("when-degraded", way, assessment(false, true)));
        assertEquals(verdict, Screening.unassessed(policy("when-degraded", way)).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"verified-only", "call", "block"})
    void aScoreAboveTheThresholdBlocksWithoutMemoryToo(String way) {
        assertEquals(Verdict.BLOCKED, of("when-degraded", way, assessment(true, true)));
    }

    @ParameterizedTest
    @CsvSource({"shadow, true", "verify-plus, false"})
    void aShadowAndAClientWithoutVerifyPlusAreNeverBlocked(String setting, String value) {
        for (boolean blocked : new boolean[] {false, true}) {
            for (boolean degraded : new boolean[] {false, true}) {
                assertEquals(Verdict.CALL, of(setting, value, assessment(blocked, degraded)));
            }
        }
        PolicyConfig policy = policy(Map.of(setting, value, "when-degraded", "block"));
        assertEquals(Verdict.CALL, Screening.unassessed(policy).verdict());
        assertEquals(Verdict.CALL, Screening.of(policy, assessment(false, true)).verdict());
    }

    @Test
    void theLineIsKnownFromAnAssessmentOnly() {
        PolicyConfig policy = policy(Map.of());
        assertEquals(Optional.of(MOBILE), Screening.of(policy, assessment(false, true)).line());
        for (Screening unknown : List.of(Screening.none(), Screening.unassessed(policy))) {
            assertEquals(Optional.empty(), unknown.line());
            assertNull(unknown.assessment());
        }
    }

    @Test
    void whatCountsCanBeTakenBackUnlessItsScoreBlockedIt() {
        PolicyConfig policy = policy("when-degraded", "block");
        Withdrawal counted = new Withdrawal("request-0001", PhoneNumber.ofE164("+16502530000"));
        for (boolean degraded : new boolean[] {false, true}) {
            Screening called = Screening.of(policy, assessment(false, degraded));
            assertEquals(Optional.empty(), called.counted());
            assertEquals(Optional.of(counted), called.countedAs(counted).counted());
            assertEquals(called.verdict(), called.countedAs(counted).verdict());
            Screening blocked = Screening.of(policy, assessment(true, degraded));
            assertEquals(Optional.empty(), blocked.countedAs(counted).counted());
        }
        Screening unassessed = Screening.unassessed(policy).countedAs(counted);
        assertEquals(Optional.of(counted), unassessed.counted());
    }

    private static Verdict of(String setting, String value, Assessment assessment) {
        return Screening.of(policy(setting, value), assessment).verdict();
    }

    private static PolicyConfig policy(String setting, String value) {
        return policy(Map.of(setting, value));
    }

    private static PolicyConfig policy(Map<String, String> policy) {
        SmallRyeConfigBuilder settings =
                new SmallRyeConfigBuilder()
                        .withMapping(AccessConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValue(CLIENT + "tenant", "bank")
                        .withDefaultValue(CLIENT + "dialects", "telesign")
                        .withDefaultValue(CLIENT + "default-region", "US")
                        .withDefaultValue(CLIENT + "key-file", "none");
        policy.forEach(
                (name, value) -> settings.withDefaultValue(CLIENT + "policy." + name, value));
        AccessConfig config = settings.build().getConfigMapping(AccessConfig.class);
        return config.clients().values().iterator().next().policy();
    }

    private static Assessment assessment(boolean blocked, boolean degraded) {
        Cleansed cleansed = new Cleansed(100, "1", 10, 10, "6502530000");
        return new Assessment(
                MOBILE,
                new Risk("allow", 82, "very low", List.of(), "1"),
                new Numbering(
                        "6502530000",
                        10,
                        10,
                        "1",
                        new Original("6502530000", "16502530000", "1"),
                        new Cleansing(cleansed, cleansed)),
                null,
                null,
                "US",
                blocked,
                degraded);
    }
}
