package io.vouchline.gateway.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.conversation.Prompt;
import io.vouchline.gateway.language.Language;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class PromptsTest {

    private static final String PREFIX = "vouchline.access.clients.bank.";
    private static final Language ENGLISH = Language.of("en");

    private static final Map<String, String> VALUES =
            Map.of(
                    "last_four", "0000",
                    "match", "42",
                    "length", "6",
                    "number", "+16502530000",
                    "date", "1995-02-03",
                    "month", "2027-01");

    @TempDir private Path directory;
    private final Map<String, String> settings = new HashMap<>();

    /** What the document's four sample dialogs have the agent say, word for word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CODE_NEEDED,CHANNEL | For security purposes, we need to validate your identity, so we will send you a code. Do you prefer to receive the code by phone or by email?",
                "CODE_SENT_PHONE,CODE | We have sent a code to your registered phone number ending in 0000. This may take a few seconds. Can you please confirm the code?",
                "DONE | Thank you, you have been successfully authenticated.",
                "CUSTOMER | Are you a customer of our bank, or do you have power of attorney? Please confirm by saying yes or no.",
                "NUMBER_NEEDED | Okay, we need to collect your phone number to fetch your account details.",
                "NUMBER_RIGHT | Got it. The number you mentioned is plus 1 6502530000, is that correct?",
                "NUMBER_DONE | Great, we are done collecting the telephone number.",
                "ANSWERS_NEEDED | Okay, for security purposes we will need some more information to validate your identity.",
                "BIRTH_DATE_RIGHT | Okay, your birthdate is February 3, 1995, is that correct?",
                "BIRTH_DATE_DONE | Great, we have collected your birthdate.",
                "DEBIT_CARD | Please tell us the last four digits of your debit card number.",
                "AMOUNT | Please tell us the dollar amount of your last transaction. For example, if your last transaction amount was $100.30, say \"100\".",
                "SECURITY_KEY | Please share your security key.",
                "SECURITY_KEY_HOW | Generate the 6 digit security key in your bank app or authenticator app. Then say or enter the digits.",
                "FAILED | We weren't able to authenticate you, so we are unable to complete this action. We apologize for any inconvenience caused."
            })
    void theSampleDialogsAreSaidWordForWord(String prompts, String text) {
        List<String> said =
                List.of(prompts.split(",", -1)).stream()
                        .map(Prompt::valueOf)
                        .map(prompt -> said(prompt).text())
                        .toList();
        assertEquals(text, String.join(" ", said));
    }

    @Test
    void theMonthOfACardIsSaidInWords() {
        assertEquals(
                "Okay, your card expires in January 2027, is that correct?",
                said(Prompt.EXPIRY_RIGHT).text());
    }

    @Test
    void everyPromptIsAWellFormedDocumentThatSaysTheSame() throws Exception {
        for (Language language : Language.all()) {
            for (Prompt prompt : Prompt.values()) {
                Said said = prompts().said(client(), language, new Line(prompt, VALUES));
                Element root = parsed(said.ssml());
                assertEquals("speak", root.getLocalName());
                assertEquals("http://www.w3.org/2001/10/synthesis", root.getNamespaceURI());
                assertEquals("1.1", root.getAttribute("version"));
                assertEquals(language.tag(), root.getAttribute("xml:lang"));
                assertEquals(joined(said.text()), joined(root.getTextContent()));
                assertNull(said.audio());
            }
        }
    }

    /** Digits that are said one by one stand apart. */
    private static String joined(String text) {
        return text.replace(" ", "");
    }

    @Test
    void digitsAreMarkedToBeSaidOneByOne() {
        assertEquals(
                "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\""
                        + " xml:lang=\"en\">Got it. The number you mentioned is plus"
                        + " <say-as interpret-as=\"digits\">1</say-as>"
                        + " <say-as interpret-as=\"digits\">6 5 0 2 5 3 0 0 0 0</say-as>,"
                        + " is that correct?</speak>",
                said(Prompt.NUMBER_RIGHT).ssml());
    }

    @Test
    void aClientsOwnWordsAreSaidInEveryLanguageOrInOne() throws IOException {
        replace("done=All <set> & \"done\".\nsv.code_sent_phone=Kod till {last_four}.");
        assertEquals("All <set> & \"done\".", said(Prompt.DONE).text());
        assertEquals("Kod till 0000.", said("sv", Prompt.CODE_SENT_PHONE).text());
        assertEquals(
                ENGLISH.prompt(Prompt.CODE_SENT_PHONE).replace("{last_four}", "0000"),
                said(Prompt.CODE_SENT_PHONE).text());
    }

    @Test
    void aClientsOwnWordsCannotBreakTheDocument() throws Exception {
        replace("done=</speak> <audio src='x'/> & \u0001");
        assertEquals(
                "</speak> <audio src='x'/> & ", parsed(said(Prompt.DONE).ssml()).getTextContent());
    }

    @Test
    void theOwnWordsOfALanguageGoBeforeThoseOfAll() throws IOException {
        replace("done=all\nsv.done=svenska");
        assertEquals("all", said(Prompt.DONE).text());
        assertEquals("svenska", said("sv", Prompt.DONE).text());
    }

    @Test
    void valuesNeedNotBeSaid() throws IOException {
        replace("code_sent_phone=The code is on its way.");
        assertEquals("The code is on its way.", said(Prompt.CODE_SENT_PHONE).text());
    }

    @Test
    void aRecordingIsPlayedAndTheStandardWordsStayForThoseWhoCannot() throws Exception {
        replace("code_sent_phone=https://media.example.com/sent.mp3?a=1&b=2");
        Said said = said(Prompt.CODE_SENT_PHONE);
        assertEquals("https://media.example.com/sent.mp3?a=1&b=2", said.audio());
        assertEquals(
                "We have sent a code to your registered phone number ending in 0000.", said.text());
        Element audio = (Element) parsed(said.ssml()).getFirstChild();
        assertEquals(said.audio(), audio.getAttribute("src"));
        assertEquals(joined(said.text()), joined(audio.getTextContent()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "don=x | don is no prompt; name one, such as done or sv.done",
                "de.done=x | de.done is no prompt; name one, such as done or sv.done",
                "DONE=x | DONE is no prompt; name one, such as done or sv.done",
                "done= | done is empty; name a text or a recording, or leave it out",
                "done={last_four} | done has no value [last_four]; take it out",
                "code_again={length} {Length} | code_again has no value [Length]; take it out",
                "done=http://example.com/a.mp3 | done is no https address; put recordings on an https server",
                "done=HTTPS://exa mple.com/a | done is no https address; put recordings on an https server",
                "done=https:a.mp3 | done is no https address; put recordings on an https server"
            })
    void aMistakeStopsTheStartWithSettingFileKeyAndRemedy(String line, String remedy)
            throws IOException {
        Path file = replace(line);
        assertEquals(
                "vouchline.access.clients.bank.policy.prompts-file=%s: %s".formatted(file, remedy),
                assertThrows(IllegalStateException.class, this::prompts).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "directory", "latin-1", "escape"})
    void aFileThatCannotBeReadStopsTheStart(String kind) throws IOException {
        Path file = directory.resolve(kind);
        switch (kind) {
            case "directory" -> Files.createDirectory(file);
            case "latin-1" ->
                    Files.write(file, "done=b\u00e4".getBytes(StandardCharsets.ISO_8859_1));
            case "escape" -> Files.writeString(file, "done=\\u00zz");
            default -> {}
        }
        settings.put(PREFIX + "policy.prompts-file", file.toString());
        assertEquals(
                "vouchline.access.clients.bank.policy.prompts-file=%s: cannot be read; mount a properties file in UTF-8"
                        .formatted(file),
                assertThrows(IllegalStateException.class, this::prompts).getMessage());
    }

    private Path replace(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("prompts.properties"), content);
        settings.put(PREFIX + "policy.prompts-file", file.toString());
        return file;
    }

    private Said said(Prompt prompt) {
        return said("en", prompt);
    }

    private Said said(String language, Prompt prompt) {
        return prompts().said(client(), Language.of(language), new Line(prompt, VALUES));
    }

    private Client client() {
        return new Client("bank", "bank", Set.of(), "US", config().clients().get("bank").policy());
    }

    private Prompts prompts() {
        return new Prompts(config());
    }

    private AccessConfig config() {
        settings.put(PREFIX + "tenant", "bank");
        settings.put(PREFIX + "dialects", "telavox");
        settings.put(PREFIX + "default-region", "US");
        return new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(AccessConfig.class);
    }

    private static Element parsed(String xml)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
