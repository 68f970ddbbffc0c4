package io.vouchline.gateway.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiML;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.access.PublicUrl;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.prompt.Said;
import io.vouchline.gateway.session.NewSession;
import io.vouchline.gateway.session.SessionStanding;
import io.vouchline.gateway.session.SessionStanding.Expect;
import io.vouchline.gateway.voice.Wanted.Begin;
import io.vouchline.gateway.voice.Wanted.Leave;
import io.vouchline.gateway.voice.Wanted.Take;
import java.io.StringReader;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * What Twilio's requests ask for, and the TwiML of the answers, beside that of Twilio's library.
 */
class TwilioCallTest {

    private static final PublicUrl URL = new PublicUrl(Optional.of("https://voice.bank.example"));
    private static final String QUERY =
            "auth_level_req=1&account_auth_enabled=true&card_auth_enabled=false&language=en-US";
    private static final String CALL = "CA0123456789abcdef0123456789abcdef";
    private static final String BODY = "CallSid=" + CALL + "&CallStatus=in-progress";
    private static final String TURN = "&turn=3f9a1c22-7";
    private static final String NEXT = "&next=https%3A%2F%2Fivr.bank.example%2Fafter%3Fa%3Db";

    // What is asked for

    @Test
    void theFirstRequestBeginsASessionWithTheParametersOfTheAddress() {
        NewSession session =
                begun(QUERY, BODY + "&From=%2B16502530000&StirVerstat=TN-Validation-Passed-A");
        assertEquals(CALL, session.externalId());
        assertEquals("twilio", session.platform());
        assertEquals("+16502530000", session.ani());
        assertEquals("A", session.attestation());
        assertEquals("en-US", session.language());
        assertNull(session.assertion());
        assertEquals(
                Map.<String, JsonNode>of(
                        "auth_level_req", TextNode.valueOf("1"),
                        "account_auth_enabled", TextNode.valueOf("true"),
                        "card_auth_enabled", TextNode.valueOf("false")),
                session.parameters());
    }

    @Test
    void whatIsMeantForTheCallItselfIsNoParameterOfTheSession() {
        assertEquals(
                begun(QUERY, BODY).parameters(),
                begun(QUERY + NEXT + "&agent=%2B16502530099", BODY).parameters());
    }

    @ParameterizedTest
    @CsvSource({
        "TN-Validation-Passed-A, A",
        "TN-Validation-Passed-B, B",
        "TN-Validation-Passed-C, C",
        "TN-Validation-Passed-A-Passthrough, A",
        "TN-Validation-Passed-A-Diverted, NONE",
        "TN-Validation-Passed-D, NONE",
        "TN-Validation-Passed, NONE",
        "TN-Validation-Failed, FAILED",
        "TN-Validation-Failed-A, FAILED",
        "TN-Validation-Failed-C-Diverted, FAILED",
        "No-TN-Validation, NONE",
        "NULL, NONE"
    })
    void anAttestationIsAsStrongAsItsWord(String verdict, String attestation) {
        assertEquals(attestation, begun(QUERY, BODY + "&StirVerstat=" + verdict).attestation());
    }

    @Test
    void aCallWithoutVerdictHasNoAttestation() {
        assertNull(begun(QUERY, BODY).attestation());
        assertNull(begun(QUERY, BODY + "&StirVerstat=").attestation());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anonymous",
                "Restricted",
                "+266696687",
                "+7378742833",
                "+86282452253",
                "client:tommy",
                "sip:jane@example.com",
                "",
                "+",
                "6502530000"
            })
    void aCallerWithoutNumberHasNone(String from) {
        assertNull(begun(QUERY, BODY + "&From=" + URLEncoder.encode(from, UTF_8)).ani());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "&Digits=123456, DTMF, 123456",
                "&Digits=1%23, DTMF, 1#",
                "&Digits=12AB, NO_MATCH, ''",
                "&Digits=12%0034, NO_MATCH, ''",
                "&SpeechResult=it%27s+1234&Confidence=0.91, SPEECH, it's 1234",
                "&SpeechResult=1234.&Confidence=0.0, SPEECH, 1234.",
                "&Digits=12&SpeechResult=thirteen, DTMF, 12",
                "&Digits=&SpeechResult=yes, SPEECH, yes",
                "&Digits=, NO_INPUT, ''",
                "'', NO_INPUT, ''"
            })
    void aFurtherRequestIsATurn(String input, Turn.Kind kind, String value) {
        Take take = assertInstanceOf(Take.class, call(QUERY + TURN, BODY + input).wanted());
        assertEquals("twilio", take.platform());
        assertEquals(CALL, take.externalId());
        assertEquals("3f9a1c22-7", take.turn().id());
        assertEquals(new Turn(kind, value), take.turn().turn());
    }

    @Test
    void theSameAddressIsTheSameTurnAndLeadsToTheSameNext() {
        String first = call(QUERY + TURN, BODY).answer(question());
        assertEquals(first, call(QUERY + TURN, BODY).answer(question()));
        assertTrue(first.contains("turn=3f9a1c22-8\""), first);
    }

    @Test
    void aTranscriptThatGoesOnAndOnMeansNothing() {
        Take take =
                (Take) call(QUERY + TURN, BODY + "&SpeechResult=" + "1".repeat(60_000)).wanted();
        assertEquals(Turn.Kind.NO_MATCH, take.turn().turn().kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "busy", "failed", "no-answer", "canceled"})
    void aCallThatIsOverIsLeftWhateverElseTheRequestSays(String status) {
        for (String query : new String[] {"", QUERY, QUERY + TURN}) {
            Wanted wanted =
                    call(query, "CallSid=" + CALL + "&Digits=1&CallStatus=" + status).wanted();
            assertEquals(new Leave("twilio", CALL), wanted);
        }
        assertEquals(xml(new VoiceResponse.Builder().build()), xml(call("", BODY).farewell()));
    }

    // Hostile requests

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CallStatus=ringing",
                "CallSid=",
                "CallSid=a%20b",
                "CallSid=" + CALL + "&CallSid=" + CALL,
                "CallSid=" + CALL + "&Digits=1&Digits=2",
                "CallSid=" + CALL + "&SpeechResult=a&SpeechResult=b",
                "CallSid=" + CALL + "&x=%zz"
            })
    void aFormThatTwilioDoesNotSendIsRefused(String body) {
        assertRefused(QUERY + TURN, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&turn=1",
                "&turn=3f9a1c22-0",
                "&turn=3f9a1c22-99999",
                "&turn=zzzzzzzz-1",
                "&turn=3f9a1c22-1&turn=3f9a1c22-2",
                "&phone_number=6502530000",
                "&auth_level_req=2",
                "&agent=911",
                "&agent=sip:a@b.example",
                "&agent=%2B1650253000<",
                "&x=%zz"
            })
    void anAddressThatCannotBeIsRefused(String more) {
        assertRefused(QUERY + more, BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ivr.bank.example/after",
                "https://evil.example/after",
                "https://ivr.bank.example.evil.example/",
                "https://ivr.bank.example@evil.example/",
                "https://user@ivr.bank.example/",
                "https://ivr.bank.example/#a",
                "//ivr.bank.example/",
                "/after",
                "javascript:alert(1)",
                "https://",
                "https://ivr.bank.example/ <x>"
            })
    void aCallIsSentOnToNoHostThatTheSettingsDoNotName(String next) {
        String query = QUERY + "&next=" + URLEncoder.encode(next, UTF_8);
        assertRefused(query, BODY);
        assertRefused(query + TURN, BODY);
    }

    // Answers

    @Test
    void aQuestionIsAskedByTheTwimlOfTwiliosLibrary() {
        String answer =
                call(QUERY + TURN, BODY)
                        .answer(SampleStandings.asking("digits", 6, 6, "Tell me the code."));
        assertEquals(
                xml(
                        new VoiceResponse.Builder()
                                .gather(
                                        gather("3f9a1c22-8")
                                                .timeout(8)
                                                .numDigits(6)
                                                .hints("$OOV_CLASS_DIGIT_SEQUENCE")
                                                .say(say("Tell me the code."))
                                                .build())
                                .build()),
                xml(answer));
    }

    @Test
    void whatHasNoFixedLengthHasNoNumberOfKeysAndARecordingIsPlayed() {
        SessionStanding standing =
                SampleStandings.asking(
                        new Expect("country", 1, 17, "#", 10, false),
                        SampleStandings.recorded("a", "https://cdn.bank.example/a.wav?x=1&y=2"),
                        SampleStandings.said("b"));
        assertEquals(
                xml(
                        new VoiceResponse.Builder()
                                .gather(
                                        gather("3f9a1c22-8")
                                                .timeout(10)
                                                .play(
                                                        new Play.Builder(
                                                                        "https://cdn.bank.example/a.wav?x=1&y=2")
                                                                .build())
                                                .say(say("b"))
                                                .build())
                                .build()),
                xml(call(QUERY + TURN, BODY).answer(standing)));
    }

    @Test
    void theFirstQuestionHasANameOfItsOwnEachTimeThatACallComesBack() {
        String one = action(call(QUERY, BODY).answer(question()));
        String start = "https://voice.bank.example/twilio/voice?" + QUERY + "&turn=";
        assertTrue(one.matches("\\Q" + start + "\\E[0-9a-f]{8}-1"), one);
        assertFalse(one.equals(action(call(QUERY, BODY).answer(question()))));
    }

    @Test
    void theAddressKeepsItsSpelling() {
        String query = "b=%7e&a=x+y&turn=3f9a1c22-1&language=sv-SE";
        assertEquals(
                "https://voice.bank.example/twilio/voice?b=%7e&a=x+y&language=sv-SE&turn=3f9a1c22-2",
                action(call(query, BODY).answer(question())));
    }

    @Test
    void whatIsSaidCannotBecomeMarkup() {
        String words = "</Say><Dial>+1900</Dial> & \"'< ]]> \u0000\u000b\ud800 \ud83d\ude00 \uffff";
        Document document =
                document(
                        call(QUERY + TURN + NEXT, BODY)
                                .answer(SampleStandings.asking("yesno", 1, 1, words)));
        assertEquals(
                "</Say><Dial>+1900</Dial> & \"'< ]]>  \ud83d\ude00 ",
                element(document, "Say").getTextContent());
        assertEquals(0, document.getElementsByTagName("Dial").getLength());
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, en, en-US",
        "en-GB, en, en-GB",
        "en-US, sv, sv-SE",
        "'', en, en-US",
        "sv-FI, sv, sv-FI",
        "'', de-DE, de-DE"
    })
    void theLanguageHasTheRegionThatTwilioWants(String asked, String session, String said) {
        SessionStanding standing =
                new SessionStanding(
                        SampleStandings.ID,
                        question().state(),
                        question().prompts(),
                        question().expect(),
                        question().parameters(),
                        null,
                        session);
        Document document = document(call("language=" + asked, BODY).answer(standing));
        assertEquals(said, element(document, "Say").getAttribute("language"));
        assertEquals(said, element(document, "Gather").getAttribute("language"));
        assertEquals(said.startsWith("en"), element(document, "Gather").hasAttribute("hints"));
    }

    @Test
    void aCallThatHasEndedIsSentOnWithNeitherNumberNorProof() {
        String answer = call(QUERY + TURN + NEXT, BODY).answer(SampleStandings.done());
        assertEquals(
                xml(
                        new VoiceResponse.Builder()
                                .say(say("Thank you."))
                                .redirect(
                                        redirect(
                                                "a=b&session_id="
                                                        + SampleStandings.ID
                                                        + "&state=done&auth_level=1&transfer_reason="))
                                .build()),
                xml(answer));
        assertFalse(answer.contains("6502530000"), answer);
        assertFalse(answer.contains("asser"), answer);
    }

    @Test
    void withoutAnAddressItIsHungUp() {
        assertEquals(
                xml(
                        new VoiceResponse.Builder()
                                .say(say("Thank you."))
                                .hangup(new Hangup.Builder().build())
                                .build()),
                xml(call(QUERY + TURN, BODY).answer(SampleStandings.failed("max_no_match"))));
    }

    @Test
    void aCallerWhoWantsAPersonIsPutThrough() {
        for (String agent : new String[] {"%2B16502530099", "+16502530099"}) {
            assertEquals(
                    xml(
                            new VoiceResponse.Builder()
                                    .say(say("Thank you."))
                                    .dial(new Dial.Builder("+16502530099").build())
                                    .build()),
                    xml(
                            call(QUERY + TURN + NEXT + "&agent=" + agent, BODY)
                                    .answer(SampleStandings.transfer())));
        }
    }

    @Test
    void withoutAPersonsNumberTheCallGoesOnOrEnds() {
        assertEquals(
                xml(
                        new VoiceResponse.Builder()
                                .say(say("Thank you."))
                                .redirect(
                                        redirect(
                                                "a=b&session_id="
                                                        + SampleStandings.ID
                                                        + "&state=transfer&auth_level=0&transfer_reason=agent"))
                                .build()),
                xml(call(QUERY + TURN + NEXT, BODY).answer(SampleStandings.transfer())));
        assertTrue(call(QUERY + TURN, BODY).answer(SampleStandings.transfer()).contains("<Hangup"));
    }

    @Test
    void aNumberForPersonsIsNotDialledForAFailure() {
        assertFalse(
                call(QUERY + TURN + "&agent=%2B16502530099", BODY)
                        .answer(SampleStandings.failed("max_no_input"))
                        .contains("Dial"));
    }

    @Test
    void theGatewaysOwnHostNeedsNoSetting() {
        String query = QUERY + TURN + "&next=https%3A%2F%2FVoice.bank.example%2Fapp";
        String answer = call(query, BODY).answer(SampleStandings.done());
        assertTrue(answer.contains("https://Voice.bank.example/app?session_id="), answer);
    }

    @ParameterizedTest
    @CsvSource({"en, en-US", "sv, en-US", "en-gb, en-GB", "en-US, en-US"})
    void theVendorIsToldALanguageWithItsRegion(String asked, String told) {
        String answer =
                call("auth_level_req=1&language=" + asked, BODY)
                        .answer(SampleStandings.asking("digits", 6, 6, "The code?"));
        assertTrue(answer.contains("language=\"" + told + "\""), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Fivr.bank.example%3A8443%2Fapp",
                "https%3A%2F%2Fvoice.bank.example%2Ftwilio%2Fvoice%3Fturn%3D1"
            })
    void aCallIsNotSentToAnotherPortNorBackHere(String next) {
        assertRefused(QUERY + "&next=" + next, BODY);
    }

    @Test
    void noCallIsSentWhereCallsCostMore() {
        assertRefused(QUERY + "&agent=%2B19002345678", BODY);
    }

    @Test
    void theInstitutionsOwnNumberIsNoCallers() {
        assertNull(begun(QUERY, BODY + "&Direction=outbound-api&From=%2B16502530000").ani());
        assertNotNull(begun(QUERY, BODY + "&Direction=inbound&From=%2B16502530000").ani());
    }

    @Test
    void digitsAreSaidOneByOne() {
        String answer =
                call(QUERY, BODY)
                        .answer(
                                SampleStandings.asking(
                                        new Expect("digits", 6, 6, "#", 8, true),
                                        new Said("ending in 0000", "", "ending in 0 0 0 0", null)));
        assertTrue(answer.contains(">ending in 0 0 0 0<"), answer);
    }

    private static TwilioCall call(String query, String body) {
        return new TwilioCall(URL, Set.of("ivr.bank.example"), query, body);
    }

    private static NewSession begun(String query, String body) {
        return assertInstanceOf(Begin.class, call(query, body).wanted()).session();
    }

    private static void assertRefused(String query, String body) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> call(query, body).wanted());
        assertEquals(400, refusal.problem().status());
        assertFalse(refusal.problem().detail().contains("evil"), "it repeats what came");
    }

    private static SessionStanding question() {
        return SampleStandings.asking("yesno", 1, 1, "Is that right?");
    }

    private static Gather.Builder gather(String turn) {
        return new Gather.Builder()
                .inputs(java.util.List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                .action("https://voice.bank.example/twilio/voice?" + QUERY + "&turn=" + turn)
                .method(HttpMethod.POST)
                .actionOnEmptyResult(true)
                .finishOnKey("#")
                .speechTimeout("auto")
                .language(Gather.Language.EN_US);
    }

    private static Say say(String words) {
        return new Say.Builder(words).language(Say.Language.EN_US).build();
    }

    private static Redirect redirect(String query) {
        return new Redirect.Builder("https://ivr.bank.example/after?" + query)
                .method(HttpMethod.POST)
                .build();
    }

    private static String action(String answer) {
        return element(document(answer), "Gather").getAttribute("action");
    }

    private static Element element(Document document, String name) {
        return (Element) document.getElementsByTagName(name).item(0);
    }

    private static String xml(TwiML document) {
        return xml(document.toXml());
    }

    /** One spelling for the same document: the attributes in the order of their names. */
    private static String xml(String text) {
        return spelled(document(text).getDocumentElement());
    }

    private static String spelled(Element element) {
        StringBuilder text = new StringBuilder("<" + element.getTagName());
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            text.append(' ').append(attributes.item(i));
        }
        text.append('>');
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(child instanceof Element inner ? spelled(inner) : child.getTextContent());
        }
        return text.append("</>\n").toString();
    }

    private static Document document(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new AssertionError("no XML: " + text, e);
        }
    }
}
