package io.vouchline.gateway.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don’t, it's     | dont its",
                "１２ ٣٤          | 12 34",
                "Åtta ÉTÉ        | atta ete",
                "e-mail          | e mail",
                "$1,234.56       | $ 1 234 56",
                "+1 650          | + 1 650",
                "3rd 500kr       | 3rd 500kr",
                "...             | ''"
            })
    void aTextIsCutIntoPlainWords(String text, String words) {
        assertEquals(words, String.join(" ", Word.of(text).stream().map(Word::text).toList()));
    }

    @Test
    void whatStandsBeforeAWordIsKept() {
        assertEquals(
                List.of("", "/", ", "), Word.of("02/03, 95").stream().map(Word::before).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "twentyfive, 2",
        "femhundra, 2",
        "tjugoförsta, 2",
        "often, 0",
        "twenty, 1",
        "one, 1"
    })
    void numbersThatAreWrittenAsOneWordAreTakenApart(String word, int parts) {
        Language language = Language.of(word.startsWith("t") || word.startsWith("o") ? "en" : "sv");
        if (word.startsWith("tjugo")) {
            language = Language.of("sv");
        }
        assertEquals(parts, language.lexemes(Word.of(word).getFirst().text()).size());
    }
}
