package io.vouchline.otp.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Wording;
import java.io.IOException;
import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class CallScriptTest {

    private static final String URL = "https://voice.bank.example/key/A-1";

    @Test
    void theCodeIsSpokenTwiceDigitByDigitWithAPauseBetween() {
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + "<Say language=\"en-GB\">Your verification code is"
                        + " 1, 2, 3, 4, 5, 6, 7, 8, 9, 0.</Say><Pause length=\"1\"/>"
                        + "<Say language=\"en-GB\">Your verification code is"
                        + " 1, 2, 3, 4, 5, 6, 7, 8, 9, 0.</Say></Response>",
                CallScript.code(Messages.of(Messages.standard("en-GB"), Channel.VOICE)));
    }

    @Test
    void theQuestionIsAskedThreeTimesAndHoldsNoCode() {
        String script =
                CallScript.question(
                        Messages.of(Messages.standard("de-AT"), Channel.VOICE), "07", URL);
        Document document = parsed(script);
        assertEquals(3, document.getElementsByTagName("Gather").getLength());
        assertEquals(
                URL,
                document.getElementsByTagName("Gather")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("action")
                        .getNodeValue());
        assertEquals(
                "Dies ist ein Anruf mit Ihrem Bestätigungscode."
                        + " Um ihn zu hören, drücken Sie 0, 7.",
                document.getElementsByTagName("Say").item(2).getTextContent());
        assertEquals("Hangup", document.getDocumentElement().getLastChild().getNodeName());
        assertFalse(script.replaceAll("\\D", "").contains("12345"));
    }

    @Test
    void aTemplateStaysTextWhateverStandsInIt() {
        String text = "</Say><Dial>+1900</Dial>&amp;\"'<!-- $$CODE$$";
        Document document =
                parsed(CallScript.code(Messages.of(new Wording(text, "en", null), Channel.VOICE)));
        assertEquals(0, document.getElementsByTagName("Dial").getLength());
        assertEquals(
                text.replace("$$CODE$$", "1, 2, 3, 4, 5, 6, 7, 8, 9, 0"),
                document.getElementsByTagName("Say").item(0).getTextContent());
    }

    @ParameterizedTest
    @CsvSource({
        "en, en-US",
        "en-gb, en-GB",
        "en-NZ, en-US",
        "pt-BR, pt-BR",
        "pt, pt-PT",
        "es-MX, es-MX",
        "es-AR, es-ES",
        "sv, sv-SE",
        "no, nb-NO",
        "ja-JP, en-US",
        "xx, en-US"
    })
    void aStandardTextIsSpokenInItsLanguageAndInTheAccentThatWasAskedFor(
            String asked, String voice) {
        assertEquals(
                voice,
                MessageText.spoken(Messages.of(Messages.standard(asked), Channel.VOICE)).voice());
    }

    @ParameterizedTest
    @CsvSource({
        "ja-JP, ja-JP",
        "ja, ja-JP",
        "zh-TW, zh-TW",
        "fr-BE, fr-FR",
        "no, nb-NO",
        "xx, en-US"
    })
    void aTemplateIsSpokenInItsOwnLanguageWhereTheCarrierKnowsIt(String asked, String voice) {
        Message message = Messages.of(new Wording("$$CODE$$", asked, null), Channel.VOICE);
        assertEquals(voice, MessageText.spoken(message).voice());
    }

    @Test
    void theQuestionBeforeAForeignTemplateIsAskedInTheLanguageThatItIsWrittenIn() {
        Message message = Messages.of(new Wording("$$CODE$$", "ja-JP", null), Channel.VOICE);
        assertEquals("en-US", MessageText.prompt(message, "12").voice());
    }

    @Test
    void theKeyDiffersFromCallToCallAndStaysTheSameForOne() {
        MessageId one = new MessageId("0123456789ABCDEF0123456789ABCDEF", 1);
        assertEquals(ListenerKey.of(one), ListenerKey.of(MessageId.parse(one.toString())));
        assertEquals(
                100,
                IntStream.rangeClosed(1, 2_000)
                        .mapToObj(place -> ListenerKey.of(new MessageId(one.reference(), place)))
                        .filter(key -> key.matches("[0-9]{2}"))
                        .distinct()
                        .count());
    }

    private static Document parsed(String script) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(script)));
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
