package io.vouchline.gateway.utterance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is said: it comes to something, and soon. */
class ListenerFuzzTest {

    private static final int LONGEST = 512;
    private static final List<Question> QUESTIONS = List.of(Question.values());
    private static final List<String> PARTS =
            List.of(
                    "1",
                    "12",
                    "1995",
                    "999999999999",
                    "one",
                    "oh",
                    "twenty",
                    "hundred",
                    "million",
                    "double",
                    "and",
                    "point",
                    "plus",
                    "february",
                    "second",
                    "dollars",
                    "cents",
                    "no",
                    "not",
                    "yes",
                    "a",
                    "the",
                    "please",
                    "dont",
                    "want",
                    "to",
                    "code",
                    "united",
                    "us",
                    ".",
                    ",",
                    "/",
                    "-",
                    "$",
                    "#",
                    "*",
                    "ﷺ",
                    "\u0000",
                    "\ud800",
                    "é",
                    "１",
                    "٣",
                    "o",
                    "twentytwentytwenty",
                    "3rd",
                    "500kr",
                    "(",
                    "%",
                    "i",
                    "is");

    private final Random random = new Random(7);

    @Test
    void anythingComesToSomething() {
        for (int round = 0; round < 20_000; round++) {
            String text = text();
            for (Turn.Kind kind : List.of(Turn.Kind.SPEECH, Turn.Kind.DTMF)) {
                Question question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
                Language language = Language.of(random.nextBoolean() ? "en" : "sv");
                String region = List.of("US", "SE", "GB", "??").get(random.nextInt(4));
                assertNotNull(
                        assertDoesNotThrow(
                                () ->
                                        Listener.heard(
                                                new Turn(kind, text),
                                                question,
                                                6,
                                                language,
                                                region),
                                () -> question + " " + text));
            }
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(30);
        for (int i = 0; i < parts; i++) {
            text.append(
                    random.nextInt(10) == 0 ? noise() : PARTS.get(random.nextInt(PARTS.size())));
            text.append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private String noise() {
        return new String(Character.toChars(random.nextInt(Character.MAX_CODE_POINT + 1)));
    }

    /** The longest texts of the words that can begin most: far below what a turn may take. */
    @Test
    void theLongestTextsAreReadInNoTime() {
        for (Question question : QUESTIONS) {
            for (String part : PARTS) {
                String text = (part + " ").repeat(LONGEST);
                read(question, text.substring(0, LONGEST));
                read(question, part.repeat(LONGEST).substring(0, LONGEST));
            }
        }
        long start = System.nanoTime();
        for (Question question : QUESTIONS) {
            for (String part : PARTS) {
                read(question, (part + " ").repeat(LONGEST).substring(0, LONGEST));
            }
        }
        long each = (System.nanoTime() - start) / QUESTIONS.size() / PARTS.size();
        assertTrue(each < Duration.ofMillis(20).toNanos(), "a text took " + each + " ns");
    }

    private static void read(Question question, String text) {
        assertNotNull(
                Listener.heard(
                        new Turn(Turn.Kind.SPEECH, text), question, 6, Language.of("en"), "US"));
    }
}
