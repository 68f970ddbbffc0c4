package io.vouchline.gateway.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word, a number in digits, or a single symbol. Compared in its plain form: lower case, without
 * accents and apostrophes, digits of any script as 0 to 9.
 *
 * @param text in its plain form
 * @param before the punctuation and blanks between it and the word before
 */
public record Word(String text, String before) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** The words of a text, in the time of one pass. */
    public static List<Word> of(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        Cutter cutter = new Cutter();
        plain.codePoints().forEach(cutter::take);
        return cutter.words();
    }

    /** Whether it is a number in digits. */
    public boolean isDigits() {
        return text.chars().allMatch(Word::isDigit);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return "Word[...]";
    }

    /** Cuts a text into words. */
    private static final class Cutter {

        private final List<Word> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private final StringBuilder gap = new StringBuilder();

        void take(int c) {
            if (isApostrophe(c) || Character.getType(c) == Character.FORMAT) {
                return;
            }
            if (Character.isDigit(c)) {
                word.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.isLetter(c)) {
                word.appendCodePoint(c);
            } else {
                end();
                other(c);
            }
        }

        private void other(int c) {
            if (isGap(c)) {
                gap.appendCodePoint(c);
                return;
            }
            word.appendCodePoint(c);
            end();
        }

        private void end() {
            if (!word.isEmpty()) {
                words.add(new Word(word.toString(), gap.toString()));
                word.setLength(0);
                gap.setLength(0);
            }
        }

        List<Word> words() {
            end();
            return List.copyOf(words);
        }

        private static boolean isApostrophe(int c) {
            return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '`';
        }

        private static boolean isGap(int c) {
            return Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || switch (Character.getType(c)) {
                        case Character.DASH_PUNCTUATION,
                                Character.OTHER_PUNCTUATION,
                                Character.CONNECTOR_PUNCTUATION,
                                Character.START_PUNCTUATION,
                                Character.END_PUNCTUATION,
                                Character.INITIAL_QUOTE_PUNCTUATION,
                                Character.FINAL_QUOTE_PUNCTUATION ->
                                true;
                        default -> false;
                    };
        }
    }
}
