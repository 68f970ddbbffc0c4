package io.vouchline.gateway.telavox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.call.Agent;
import io.vouchline.gateway.call.CallEvent;
import io.vouchline.gateway.call.CallEvent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueryTest {

    private static final PhoneNumber CALLER = PhoneNumber.ofE164("+46706170786");

    @ParameterizedTest
    @CsvSource({
        "ringing, RINGING",
        "Ringing, RINGING",
        "RINGING, RINGING",
        "answer, ANSWER",
        "Answer, ANSWER",
        "hangup, HANGUP",
        "Hangup, HANGUP",
        "HangUp, HANGUP",
        "' Hangup ', HANGUP"
    })
    void aWordIsReadInAnyCase(String word, Kind kind) {
        assertEquals(kind, read("event", word, "callId", "1").kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ring",
                "answered",
                "hang up",
                "r\u0131nging",
                "{event}",
                "%event%"
            })
    void anyOtherWordIsRefused(String word) {
        refused("event", word, "callId", "1");
    }

    @Test
    void namesAreReadInAnyCase() {
        CallEvent event =
                read("EVENT", "Ringing", "CallID", "a1", "Caller", "+46706170786", "AGENT", "201");
        assertEquals("a1", event.id().value());
        assertEquals(CALLER, event.caller());
        assertEquals(new Agent("201"), event.agent());
    }

    @Test
    void whatIsNotToldIsNotKnown() {
        CallEvent event = read("event", "ringing", "callId", "1");
        assertNull(event.caller());
        assertNull(event.callee());
        assertNull(event.from());
        assertNull(event.agent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+46706170786",
                " 46706170786",
                "46706170786",
                "0706170786",
                "070-617 07 86"
            })
    void aNumberIsReadWithEverySpellingOfThePlus(String text) {
        CallEvent event =
                read(
                        "event", "ringing", "callId", "1", "caller", text, "callee", text, "from",
                        text);
        assertEquals(CALLER, event.caller());
        assertEquals(CALLER, event.callee());
        assertEquals(CALLER, event.from());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anonymous",
                "Withheld",
                "unknown",
                "private",
                "201",
                "+",
                "Queue 1",
                "+4670617078670617078670617078",
                "sip:anonymous@anonymous.invalid"
            })
    void aCallerThatIsWithheldOrNoNumberIsNotKnownAndTheEventCounts(String text) {
        CallEvent event =
                read(
                        "event", "ringing", "callId", "1", "caller", text, "callee", text, "from",
                        text);
        assertEquals(Kind.RINGING, event.kind());
        assertNull(event.caller());
        assertNull(event.callee());
        assertNull(event.from());
    }

    @ParameterizedTest
    @ValueSource(strings = {"callId", "caller", "callee", "from", "agent", "event"})
    void aTemplateThatWasNotFilledInIsRefused(String name) {
        for (String text : List.of("{system.x}", "%x%", "$x", "%7Bsystem.x%7D", "null")) {
            Map<String, List<String>> query = new HashMap<>();
            query.put("event", List.of("ringing"));
            query.put("callId", List.of("1"));
            query.put(name, List.of(text));
            refused(query);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"callId", "caller", "callee", "from", "agent", "event"})
    void aParameterThatStandsTwiceIsRefusedInAnyCase(String name) {
        Map<String, List<String>> query = new HashMap<>();
        query.put("event", List.of("ringing"));
        query.put("callId", List.of("1"));
        query.put(name, new ArrayList<>(List.of("1", "1")));
        refused(query);
        query.put(name, List.of("1"));
        query.put(name.toUpperCase(java.util.Locale.ROOT), List.of("1"));
        refused(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "a84b4c76e66710@pc33.atlanta.example",
                "1617180000.123",
                "A-b_c~d=e:f",
                " 1 "
            })
    void theNameOfACallIsTaken(String id) {
        assertEquals(id.strip(), read("event", "ringing", "callId", id).id().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a/b", "a}b", "a{b", "a\nb", "a\u0000b", "\u00e5", "a*"})
    void whatCannotNameACallIsRefused(String id) {
        refused("event", "ringing", "callId", id);
    }

    @Test
    void theNameOfACallIsBounded() {
        assertNotNull(read("event", "ringing", "callId", "x".repeat(128)));
        refused("event", "ringing", "callId", "x".repeat(129));
        refused(Map.of("event", List.of("ringing")));
        refused(Map.of("callId", List.of("1")));
    }

    @ParameterizedTest
    @CsvSource({
        "201, 201",
        "anna@bank.example, anna@bank.example",
        "'Anna \u00c5berg', 'Anna \u00c5berg'",
        "' 46706170786', +46706170786",
        "+46706170786, +46706170786",
        "' Anna ', Anna"
    })
    void anAgentIsReadByTheNameThatTheExchangeHas(String text, String name) {
        assertEquals(
                new Agent(name), read("event", "answer", "callId", "1", "agent", text).agent());
    }

    @Test
    void anAgentIsBounded() {
        assertNotNull(read("event", "answer", "callId", "1", "agent", "x".repeat(64)).agent());
        refused("event", "answer", "callId", "1", "agent", "x".repeat(65));
        refused("event", "answer", "callId", "1", "agent", "<b>");
        refused("event", "answer", "callId", "1", "agent", "a\nb");
        assertNull(read("event", "answer", "callId", "1", "agent", " ").agent());
    }

    @Test
    void nothingOfACallIsInItsText() {
        CallEvent event =
                read(
                        "event",
                        "answer",
                        "callId",
                        "46706170786",
                        "caller",
                        "+46706170786",
                        "agent",
                        "Anna");
        assertFalse(event.toString().contains("7061707"));
        assertFalse(event.toString().contains("Anna"));
    }

    private static CallEvent read(String... namesAndValues) {
        return EventQuery.read(query(namesAndValues), "SE");
    }

    private static void refused(String... namesAndValues) {
        refused(query(namesAndValues));
    }

    private static void refused(Map<String, List<String>> query) {
        ProblemException problem =
                assertThrows(ProblemException.class, () -> EventQuery.read(query, "SE"));
        assertEquals(400, problem.problem().status());
    }

    private static Map<String, List<String>> query(String... namesAndValues) {
        Map<String, List<String>> query = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return query;
    }
}
