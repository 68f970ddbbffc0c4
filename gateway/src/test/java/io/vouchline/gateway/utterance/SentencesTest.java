package io.vouchline.gateway.utterance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.gateway.conversation.Question;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Single sentences, as they come to mind: question, sentence, meaning. They were written after the
 * rules, which understood 137 of the 145 at first.
 */
class SentencesTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "sentences.txt",
            delimiter = '|',
            quoteCharacter = '`',
            encoding = "UTF-8")
    void sentencesAreUnderstood(Question question, String text, String heard) {
        assertEquals(heard, Told.speech(question, text, "US"));
    }
}
