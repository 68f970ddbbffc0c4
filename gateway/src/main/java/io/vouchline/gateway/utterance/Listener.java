package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Digits;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.language.Word;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Finds out what a caller meant, by plain rules and the words of the language's file. What has two
 * readings means nothing, so that the caller is asked again: nothing is guessed.
 */
public final class Listener {

    private static final int LONGEST_TEXT = 512;
    private static final int LONGEST_CODE = 16;

    private Listener() {}

    /**
     * What a turn means as an answer to a question. Never throws, whatever the text.
     *
     * @param length how many digits the code, key or card has that is asked for
     * @param region the region (ISO 3166-1 alpha-2): decides how dates in digits are read
     */
    public static Heard heard(
            Turn turn, Question question, int length, Language language, String region) {
        return heard(turn, question, length, language, region, LocalDate.now(ZoneOffset.UTC));
    }

    /**
     * The same on a given day.
     *
     * @param today decides the century of births whose year was told in two digits
     */
    public static Heard heard(
            Turn turn,
            Question question,
            int length,
            Language language,
            String region,
            LocalDate today) {
        return switch (turn.kind()) {
            case NO_INPUT -> Sign.SILENCE;
            case NO_MATCH -> Sign.NOTHING;
            case AGENT -> Sign.AGENT;
            case HANGUP -> Sign.HANGUP;
            case DTMF, TEXT, SPEECH -> {
                if (turn.value().length() > LONGEST_TEXT) {
                    yield Sign.NOTHING;
                }
                Values values = new Values(question, length, region, today.getYear());
                yield turn.kind() == Turn.Kind.DTMF
                        ? Keys.heard(turn.value(), values, language)
                        : Words.heard(turn.value(), values, language);
            }
        };
    }

    /**
     * A code that a platform has asked for by itself: of any length up to 16, if nothing but digits
     * was told (it is compared, and counted), else of exactly the length.
     *
     * @param length the digits of a code
     */
    public static Optional<String> code(String text, int length, Language language) {
        Turn turn = new Turn(Turn.Kind.TEXT, text);
        if (!(heard(turn, Question.CODE, length, language, "") instanceof Digits(String digits))) {
            return Optional.empty();
        }
        boolean alone = Word.of(text).stream().allMatch(Word::isDigits);
        boolean fits = alone ? digits.length() <= LONGEST_CODE : digits.length() == length;
        return fits ? Optional.of(digits) : Optional.empty();
    }
}
