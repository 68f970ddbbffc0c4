package io.vouchline.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.number.Notation;
import io.vouchline.gateway.conversation.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-US, en",
        "EN_gb, en",
        "sv, sv",
        "sv-SE, sv",
        "sv_se, sv",
        "SV, sv",
        "' sv-FI', sv",
        "de, en",
        "svx, en",
        "'', en",
        "-, en"
    })
    void theBestLanguageOfATagIsTaken(String tag, String language) {
        assertEquals(language, Language.of(tag).tag());
    }

    @Test
    void everyLanguageHasExactlyTheKeysOfEnglish() {
        Set<String> english = LanguageFile.read("en").stringPropertyNames();
        for (String tag : Language.TAGS) {
            assertEquals(
                    new TreeSet<>(english),
                    new TreeSet<>(LanguageFile.read(tag).stringPropertyNames()),
                    tag);
        }
    }

    @Test
    void everyPromptAndNothingElseHasWords() {
        Set<String> prompts =
                Arrays.stream(Prompt.values()).map(Prompt::key).collect(Collectors.toSet());
        for (String tag : Language.TAGS) {
            Set<String> keys =
                    LanguageFile.read(tag).stringPropertyNames().stream()
                            .filter(key -> key.startsWith("prompt."))
                            .collect(Collectors.toSet());
            assertEquals(prompts, keys);
        }
    }

    @Test
    void everyLanguagePutsTheSameValuesIntoAPrompt() {
        for (Language language : Language.all()) {
            for (Prompt prompt : Prompt.values()) {
                assertEquals(
                        placeholders(Language.of("en").prompt(prompt)),
                        placeholders(language.prompt(prompt)),
                        language + " " + prompt);
                assertFalse(language.prompt(prompt).isBlank());
            }
        }
    }

    private static Set<String> placeholders(String words) {
        return PLACEHOLDER.matcher(words).results().map(m -> m.group()).collect(Collectors.toSet());
    }

    /** Every region that has numbers of its own can be named. */
    @Test
    void everyRegionHasANameThatIsUnderstood() {
        for (String tag : Language.TAGS) {
            Properties file = LanguageFile.read(tag);
            Set<String> named =
                    file.stringPropertyNames().stream()
                            .filter(key -> key.startsWith("country."))
                            .map(key -> key.substring("country.".length()))
                            .collect(Collectors.toSet());
            assertEquals(new TreeSet<>(Notation.regions()), new TreeSet<>(named), tag);
            for (String region : named) {
                for (String name : file.getProperty("country." + region).split(",", -1)) {
                    List<Word> words = Word.of(name);
                    Phrases.Match<String> match =
                            Language.of(tag).countries().longest(words, 0, _ -> true);
                    assertNotNull(match, name);
                    assertEquals(Set.of(region), match.meanings(), name);
                    assertEquals(words.size(), match.end(), name);
                }
            }
        }
    }

    @Test
    void datesAndMonthsAreSaidAsTheLanguageHasIt() {
        assertEquals("February 3, 1995", Language.of("en").date(1995, 2, 3));
        assertEquals("January 2027", Language.of("en").month(2027, 1));
        assertEquals("3 februari 1995", Language.of("sv").date(1995, 2, 3));
    }

    /** In a native image only what is listed can be read. */
    @Test
    void theFilesAreListedForTheNativeImage() throws IOException {
        Properties application = new Properties();
        try (InputStream in = LanguageTest.class.getResourceAsStream("/application.properties")) {
            application.load(in);
        }
        String listed = application.getProperty("quarkus.native.resources.includes");
        assertTrue(
                List.of(listed.split(",", -1))
                        .contains("io/vouchline/gateway/language/*.properties"));
        for (String tag : Language.TAGS) {
            String file = "/io/vouchline/gateway/language/" + tag + ".properties";
            assertNotNull(LanguageTest.class.getResource(file), file);
        }
    }
}
