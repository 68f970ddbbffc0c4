package io.vouchline.gateway.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.ConnectEvent;
import com.amazonaws.services.lambda.runtime.events.ConnectEvent.ContactData;
import com.amazonaws.services.lambda.runtime.events.ConnectEvent.CustomerEndpoint;
import com.amazonaws.services.lambda.runtime.events.ConnectEvent.Details;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.session.NewSession;
import io.vouchline.gateway.session.SessionStanding;
import io.vouchline.gateway.session.SessionStanding.Expect;
import io.vouchline.gateway.voice.Wanted.Begin;
import io.vouchline.gateway.voice.Wanted.Leave;
import io.vouchline.gateway.voice.Wanted.Take;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amazon Connect, by events that AWS's own classes write, and Genesys Cloud. */
class FlatCallTest {

    private static final ObjectMapper JSON =
            StrictJson.strict(new ObjectMapper())
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final String CONTACT = "4a573372-1f28-4e26-b97b-0123456789ab";
    private static final Map<String, String> REQUIRED =
            Map.of(
                    "auth_level_req", "1",
                    "account_auth_enabled", "true",
                    "card_auth_enabled", "false");
    private static final List<String> MEMBERS =
            List.of(
                    "session_id",
                    "state",
                    "prompt",
                    "ssml",
                    "audio",
                    "language",
                    "turn_id",
                    "expect_kind",
                    "expect_min_length",
                    "expect_max_length",
                    "expect_finish_key",
                    "expect_timeout_seconds",
                    "expect_sensitive",
                    "auth_level",
                    "phone_number",
                    "transfer_reason",
                    "assertion",
                    "error");

    private final FlatBody bodies = new FlatBody(JSON);

    // Amazon Connect

    @Test
    void anEventWithoutTurnBeginsASessionWithTheParametersOfTheBlock() throws Exception {
        NewSession session =
                begun(connect("+16502530000", "TELEPHONE_NUMBER", with("language", "en-GB")));
        assertEquals(CONTACT, session.externalId());
        assertEquals("connect", session.platform());
        assertEquals("+16502530000", session.ani());
        assertEquals("en-GB", session.language());
        assertNull(session.attestation());
        assertNull(session.assertion());
        assertEquals(texts(REQUIRED), session.parameters());
    }

    @Test
    void theLanguageOfTheContactCountsUnlessTheBlockNamesOne() throws Exception {
        ObjectNode event = (ObjectNode) tree(connect("", "", REQUIRED));
        ((ObjectNode) event.at("/Details/ContactData")).put("LanguageCode", "sv-SE");
        assertEquals("sv-SE", begun(event.toString()).language());
        ((ObjectNode) event.at("/Details/Parameters")).put("language", "en-US");
        assertEquals("en-US", begun(event.toString()).language());
        ((ObjectNode) event.at("/Details/ContactData")).putNull("LanguageCode");
        ((ObjectNode) event.at("/Details/Parameters")).put("language", "");
        assertNull(begun(event.toString()).language());
    }

    @ParameterizedTest
    @CsvSource({
        "anonymous, TELEPHONE_NUMBER",
        "+16502530000, CONTACT_FLOW",
        "sip:jane@example.com, TELEPHONE_NUMBER",
        "'', TELEPHONE_NUMBER",
        "+16502530000, ''"
    })
    void aContactWithoutTelephoneNumberHasNone(String address, String type) throws Exception {
        assertNull(begun(connect(address, type, REQUIRED)).ani());
    }

    @Test
    void anEventWithoutEndpointOrWithMembersThatNobodyKnowsIsRead() {
        NewSession session =
                begun(
                        """
                        {"Name": "ContactFlowEvent", "New": [1], "Details": {"New": {}, "ContactData":
                        {"ContactId": "%s", "CustomerEndpoint": null, "Queue": null, "New": {"a": {}}}}}
                        """
                                .formatted(CONTACT));
        assertNull(session.ani());
        assertEquals(Map.of(), session.parameters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"a\"",
                "{}",
                "{\"Details\": 1}",
                "{\"Details\": {\"Parameters\": {}}}",
                "{\"Details\": {\"ContactData\": {}}}",
                "{\"Details\": {\"ContactData\": {\"ContactId\": \"a b\"}}}",
                "{\"Details\": {\"ContactData\": {\"ContactId\": \"a\"}, \"Parameters\": []}}",
                "{\"Details\": {\"ContactData\": {\"ContactId\": \"a\"}, \"Parameters\": {\"x\": {}}}}",
                "{\"Details\": {\"ContactData\": {\"ContactId\": \"a\", \"ContactId\": \"b\"}}}"
            })
    void whatIsNoEventIsRefused(String body) {
        assertRefused(() -> ConnectCall.read(bodies.read(body.getBytes(UTF_8))).wanted());
    }

    @Test
    void anEventWithATurnIsThatTurn() throws Exception {
        Map<String, String> parameters = with("turn_id", "3f9a1c22-7");
        parameters.put("kind", "dtmf");
        parameters.put("value", "123456");
        Take take = assertInstanceOf(Take.class, wanted(connect("", "", parameters)));
        assertEquals("connect", take.platform());
        assertEquals(CONTACT, take.externalId());
        assertEquals("3f9a1c22-7", take.turn().id());
        assertEquals(new Turn(Turn.Kind.DTMF, "123456"), take.turn().turn());
    }

    // Genesys Cloud

    @Test
    void aDataActionBeginsASessionWithTextsNumbersAndFlagsAlike() {
        NewSession session =
                genesysBegun(
                        """
                        {"conversation_id": "%s", "ani": "tel:+16502530000", "language": "en-US",
                        "auth_level_req": 1, "account_auth_enabled": true, "card_auth_enabled": "false",
                        "otp_length": null, "turn_id": "", "kind": "", "value": ""}
                        """);
        assertEquals(CONTACT, session.externalId());
        assertEquals("genesys", session.platform());
        assertEquals("+16502530000", session.ani());
        assertEquals(texts(REQUIRED), session.parameters());
    }

    @ParameterizedTest
    @CsvSource({
        "speech, it's 1234, SPEECH, it's 1234",
        "text, yes, TEXT, yes",
        "dtmf, 12#, DTMF, 12#",
        "dtmf, 12a, NO_MATCH, ''",
        "dtmf, '', NO_INPUT, ''",
        "speech, ' ', NO_INPUT, ''",
        "no_input, left over, NO_INPUT, ''",
        "no_match, '', NO_MATCH, ''",
        "agent, '', AGENT, ''"
    })
    void aTurnIsWhatItsKindSays(String kind, String value, Turn.Kind meant, String text) {
        Take take = assertInstanceOf(Take.class, genesysTurn("t-1", kind, value));
        assertEquals(new Turn(meant, text), take.turn().turn());
    }

    @Test
    void aCallerWhoIsGoneIsLeftWithATurnOrWithout() {
        assertEquals(new Leave("genesys", CONTACT), genesysTurn("t-1", "hangup", ""));
        assertEquals(new Leave("genesys", CONTACT), genesysTurn("", "hangup", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "t-1, '', 1",
        "t-1, DTMF, 1",
        "t-1, digits, 1",
        "a b, dtmf, 1",
        "'', dtmf, 1",
        "'', '', 1"
    })
    void aTurnThatCannotBeIsRefused(String turnId, String kind, String value) {
        assertRefused(() -> genesysTurn(turnId, kind, value));
    }

    @Test
    void anAttestationThatIsNoneAndAnAssertionThatIsTooLongAreRefused() {
        String start = "{\"conversation_id\": \"%s\", ";
        assertRefused(() -> genesysBegun(start + "\"attestation\": \"Z\"}"));
        assertRefused(() -> genesysBegun(start + "\"assertion\": \"" + "a".repeat(4_097) + "\"}"));
        assertEquals("A", genesysBegun(start + "\"attestation\": \"A\"}").attestation());
        assertEquals("a.b.c", genesysBegun(start + "\"assertion\": \"a.b.c\"}").assertion());
    }

    @Test
    void withoutConversationNothingBegins() {
        assertRefused(() -> GenesysCall.read(bodies.read("{}".getBytes(UTF_8))).wanted());
        assertRefused(() -> genesysBegun("{\"conversation_id\": {\"a\": 1}}"));
    }

    // The answer

    @Test
    void anAnswerIsOneFlatObjectOfTexts() throws Exception {
        SessionStanding standing =
                SampleStandings.asking(
                        new Expect("digits", 6, 6, "#", 20, true),
                        SampleStandings.said("A & B."),
                        SampleStandings.said("Tell me the code."));
        Map<String, String> answer = map(turnCall("3f9a1c22-7").answer(standing));
        assertEquals(MEMBERS, List.copyOf(answer.keySet()));
        assertEquals(
                Map.ofEntries(
                        Map.entry("session_id", SampleStandings.ID),
                        Map.entry("state", "ask"),
                        Map.entry("prompt", "A & B. Tell me the code."),
                        Map.entry("ssml", SampleStandings.ssml("A & B. Tell me the code.")),
                        Map.entry("audio", ""),
                        Map.entry("language", "en-US"),
                        Map.entry("turn_id", "3f9a1c22-8"),
                        Map.entry("expect_kind", "digits"),
                        Map.entry("expect_min_length", "6"),
                        Map.entry("expect_max_length", "6"),
                        Map.entry("expect_finish_key", "#"),
                        Map.entry("expect_timeout_seconds", "20"),
                        Map.entry("expect_sensitive", "true"),
                        Map.entry("auth_level", ""),
                        Map.entry("phone_number", ""),
                        Map.entry("transfer_reason", ""),
                        Map.entry("assertion", ""),
                        Map.entry("error", "")),
                answer);
    }

    @Test
    void anEndIsToldWithLevelNumberReasonAndProof() throws Exception {
        Map<String, String> done = map(turnCall("3f9a1c22-7").answer(SampleStandings.done()));
        assertEquals(MEMBERS, List.copyOf(done.keySet()));
        assertEquals("done", done.get("state"));
        assertEquals("1", done.get("auth_level"));
        assertEquals("6502530000", done.get("phone_number"));
        assertEquals("", done.get("transfer_reason"));
        assertEquals("an.asser.tion", done.get("assertion"));
        assertEquals("", done.get("turn_id"));
        assertEquals("", done.get("expect_kind"));
        Map<String, String> transfer =
                map(turnCall("3f9a1c22-7").answer(SampleStandings.transfer()));
        assertEquals("transfer", transfer.get("state"));
        assertEquals("0", transfer.get("auth_level"));
        assertEquals("agent", transfer.get("transfer_reason"));
    }

    @Test
    void recordingsAreToldWhereAllOfItIsRecorded() {
        SessionStanding whole =
                SampleStandings.asking(
                        new Expect("yesno", 1, 1, "#", 5, false),
                        SampleStandings.recorded("a", "https://cdn.example/a.wav"),
                        SampleStandings.recorded("b", "https://cdn.example/b.wav"));
        assertEquals(
                "https://cdn.example/a.wav https://cdn.example/b.wav",
                turnCall("x").answer(whole).audio());
        SessionStanding half =
                SampleStandings.asking(
                        new Expect("yesno", 1, 1, "#", 5, false),
                        SampleStandings.recorded("a", "https://cdn.example/a.wav"),
                        SampleStandings.said("b"));
        assertEquals("", turnCall("x").answer(half).audio());
    }

    @Test
    void theFirstAnswerNamesTheFirstTurnAndAPlatformThatCountsByItselfGoesOnDoingSo() {
        FlatCall begin =
                GenesysCall.read(bodies.read("{\"conversation_id\": \"a\"}".getBytes(UTF_8)));
        SessionStanding question = SampleStandings.asking("yesno", 1, 1, "Yes?");
        String first = begin.answer(question).turnId();
        assertTrue(first.matches("[0-9a-f]{8}-1"), first);
        assertFalse(first.equals(begin.answer(question).turnId()));
        assertEquals("", turnCall("my-own-12").answer(question).turnId());
    }

    @Test
    void aFailureHasTheSameMembers() throws Exception {
        for (var form : List.of(new ConnectErrors(), new GenesysErrors())) {
            var told = form.told(ProblemType.UNAVAILABLE.because("Redis is away."), "/x");
            assertEquals(503, told.status());
            assertEquals("application/json", told.mediaType());
            Map<String, String> answer = map(told.body());
            assertEquals(MEMBERS, List.copyOf(answer.keySet()));
            assertEquals("failed", answer.remove("state"));
            assertEquals("Redis is away.", answer.remove("error"));
            assertEquals(List.of(""), answer.values().stream().distinct().toList());
        }
    }

    @Test
    void nothingOfACallStandsInAText() {
        assertEquals("FlatCall[genesys]", turnCall("t-1").toString());
        assertEquals("FlatAnswer[done]", turnCall("t-1").answer(SampleStandings.done()).toString());
    }

    private FlatCall turnCall(String turnId) {
        return GenesysCall.read(
                bodies.read(
                        """
                        {"conversation_id": "%s", "turn_id": "%s", "kind": "no_input"}
                        """
                                .formatted(CONTACT, turnId)
                                .getBytes(UTF_8)));
    }

    private Wanted genesysTurn(String turnId, String kind, String value) {
        ObjectNode body = JSON.createObjectNode();
        body.put("conversation_id", CONTACT)
                .put("turn_id", turnId)
                .put("kind", kind)
                .put("value", value);
        return GenesysCall.read(bodies.read(body.toString().getBytes(UTF_8))).wanted();
    }

    private NewSession genesysBegun(String body) {
        Wanted wanted =
                GenesysCall.read(bodies.read(body.formatted(CONTACT).getBytes(UTF_8))).wanted();
        return assertInstanceOf(Begin.class, wanted).session();
    }

    private NewSession begun(String event) {
        return assertInstanceOf(Begin.class, wanted(event)).session();
    }

    private Wanted wanted(String event) {
        return ConnectCall.read(bodies.read(event.getBytes(UTF_8))).wanted();
    }

    private static void assertRefused(org.junit.jupiter.api.function.Executable call) {
        assertEquals(400, assertThrows(ProblemException.class, call).problem().status());
    }

    /** As AWS's own runtime for Lambda functions writes it. */
    private static String connect(String address, String type, Map<String, String> parameters) {
        ConnectEvent event =
                ConnectEvent.builder()
                        .withName("ContactFlowEvent")
                        .withDetails(
                                Details.builder()
                                        .withContactData(
                                                ContactData.builder()
                                                        .withAttributes(Map.of())
                                                        .withChannel("VOICE")
                                                        .withContactId(CONTACT)
                                                        .withInitialContactId(CONTACT)
                                                        .withInitiationMethod("INBOUND")
                                                        .withCustomerEndpoint(
                                                                CustomerEndpoint.builder()
                                                                        .withAddress(address)
                                                                        .withType(type)
                                                                        .build())
                                                        .build())
                                        .withParameters(new HashMap<>(parameters))
                                        .build())
                        .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LambdaEventSerializers.serializerFor(
                        ConnectEvent.class, FlatCallTest.class.getClassLoader())
                .toJson(event, bytes);
        return bytes.toString(UTF_8);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> parameters = new HashMap<>(REQUIRED);
        parameters.put(name, value);
        return parameters;
    }

    private static Map<String, JsonNode> texts(Map<String, String> values) {
        Map<String, JsonNode> texts = new HashMap<>();
        values.forEach((name, value) -> texts.put(name, TextNode.valueOf(value)));
        return texts;
    }

    private static JsonNode tree(String json) throws Exception {
        return JSON.readTree(json);
    }

    private static Map<String, String> map(Object answer) throws Exception {
        return JSON.readValue(
                JSON.writeValueAsString(answer), new TypeReference<Map<String, String>>() {});
    }
}
