package io.vouchline.gateway.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.dialect.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecidedTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530000");
    static final Optional<Client> BANK = Optional.of(client());

    private final NumberHash numbers =
            new NumberHash(SecretKeySet.read("numbers", KeyFiles.secret("numbers")).current());
    private final CurrentDecision told = new CurrentDecision();

    private static Client client() {
        Map<String, String> settings =
                Map.of(
                        "clients.web.tenant", "bank",
                        "clients.web.dialects", "dialogflow",
                        "clients.web.default-region", "US",
                        "clients.web.key-file", "none");
        var config = Settings.of(AccessConfig.class, settings).clients().get("web");
        return new Client(
                "web",
                "bank",
                Set.of(Dialect.DIALOGFLOW),
                "US",
                Objects.requireNonNull(config).policy());
    }

    @ParameterizedTest
    @CsvSource({
        "200, TOLD",
        "204, TOLD",
        "401, REFUSED",
        "429, REFUSED",
        "500, FAILED",
        "503, FAILED"
    })
    void whatADoorSaysNothingOfIsToldByItsStatus(int status, Outcome outcome) {
        Decision decision = decided(BANK, Optional.empty(), status);
        assertEquals(outcome, decision.outcome());
        assertEquals("send", decision.operation());
        assertNull(decision.reason());
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"SENT", "VERIFIED", "CHANGED", "FOUND", "REVEALED"})
    void whatWasWellUnderWayIsNotToldAsDoneIfTheRequestIsRefusedOrFails(Outcome outcome) {
        told.came(outcome);
        assertEquals(Outcome.REFUSED, decided(BANK, ProblemType.CONFLICT, 409).outcome());
        assertEquals(Outcome.FAILED, decided(BANK, ProblemType.UNAVAILABLE, 503).outcome());
    }

    @Test
    void aPlainNoStaysOneWhateverStatusADialectGivesIt() {
        told.came(Outcome.NOT_FOUND);
        assertEquals(Outcome.NOT_FOUND, decided(BANK, Optional.empty(), 404).outcome());
    }

    @Test
    void aFailureThatADialectTellsWith200IsToldAsOne() {
        Decision decision = decided(BANK, ProblemType.UNAVAILABLE, 200);
        assertEquals(Outcome.FAILED, decision.outcome());
        assertEquals("unavailable", decision.reason());
    }

    @Test
    void theReasonOfARefusalIsTheKindOfItsProblem() {
        Decision decision = decided(Optional.empty(), ProblemType.TOO_MANY_REQUESTS, 429);
        assertEquals("too_many_requests", decision.reason());
        assertNull(decision.tenant());
    }

    @Test
    void aNumberIsMaskedAndHashedForItsTenant() {
        told.about(NUMBER);
        Decision decision = decided(BANK, Optional.empty(), 200);
        assertEquals("+1********00", decision.subject());
        assertEquals(numbers.of("bank", NUMBER), decision.subjectHash());
        assertNull(decided(Optional.empty(), Optional.empty(), 200).subjectHash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+16502530000", "Send Otp", "a b", "", "x\ny", "<script>"})
    void whatIsNoWordOfOursIsNotRepeated(String text) {
        told.operation(text);
        told.came(Outcome.SENT, text);
        told.reference(text.isEmpty() ? "a b" : text + " ");
        Decision decision = decided(BANK, Optional.empty(), 200);
        assertEquals("other", decision.operation());
        assertEquals("other", decision.reason());
        assertNull(decision.reference());
    }

    @Test
    void theJsonHasFixedMembersAndNoNumber() throws JsonProcessingException {
        told.operation("send_otp");
        told.about(NUMBER);
        told.came(Outcome.SENT);
        told.reference("0123456789ABCDEF0123456789ABCDEF");
        Decision decision = decided(BANK, Optional.empty(), 200);
        String json = DecisionFixture.mapper().writeValueAsString(decision);
        assertEquals(
                """
                {"at":"2026-11-22T10:00:00Z","tenant":"bank","client":"web","operator":false,\
                "dialect":"dialogflow","operation":"send_otp","outcome":"SENT","reason":null,\
                "status":200,"correlation_id":"4bf92f3577b34da6a3ce929d0e0e4736",\
                "subject":"+1********00","subject_hash":"%s",\
                "reference":"0123456789ABCDEF0123456789ABCDEF","duration_ms":12}"""
                        .formatted(numbers.of("bank", NUMBER)),
                json);
        assertFalse(json.contains("650253"), json);
    }

    @Test
    void aLineOfTheLogIsWordsWithoutAnythingThatCouldEndThem() {
        Decision decision =
                new Decision(
                        NOW,
                        "bank",
                        "eve\n2026 forged=\"line\"",
                        true,
                        "vouchline",
                        "read_decisions",
                        Outcome.TOLD,
                        null,
                        200,
                        DecisionFixture.TRACE,
                        "+1********00",
                        null,
                        null,
                        12);
        Map<String, String> words = DecisionLog.words(decision, 3);
        assertEquals("eve?2026?forged??line?", words.get("operator"));
        assertEquals("told", words.get("outcome"));
        assertEquals("3", words.get("held_back"));
        assertFalse(words.containsKey("reason"));
        assertFalse(DecisionLog.words(decision, 0).containsKey("held_back"));
    }

    private Decision decided(Optional<Client> who, ProblemType problem, int status) {
        return decided(who, Optional.of(problem), status);
    }

    private Decision decided(Optional<Client> who, Optional<ProblemType> problem, int status) {
        return new Decided(
                        who,
                        false,
                        "dialogflow",
                        "send",
                        told,
                        problem.map(type -> type.because("for people")),
                        status,
                        DecisionFixture.TRACE,
                        Duration.ofMillis(12))
                .at(NOW, numbers);
    }
}
