package io.vouchline.gateway.dialogflow;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code as a caller says or types it: digits of any width, with blanks, hyphens and punctuation
 * between them, or the English words for them, and a few words around: "It's 12 34 57", "one two
 * three". Words make a code only if exactly so many digits come out as it has, and all of them
 * stand together: "no, not that one" is none.
 */
final class SpokenCode {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern CODE = Pattern.compile("[0-9]{1,16}");
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Pd}\\p{Po}]+");
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("zero", "0"),
                    Map.entry("oh", "0"),
                    Map.entry("o", "0"),
                    Map.entry("one", "1"),
                    Map.entry("two", "2"),
                    Map.entry("three", "3"),
                    Map.entry("four", "4"),
                    Map.entry("five", "5"),
                    Map.entry("six", "6"),
                    Map.entry("seven", "7"),
                    Map.entry("eight", "8"),
                    Map.entry("nine", "9"));

    private SpokenCode() {}

    /**
     * The digits that were said; empty if no code was.
     *
     * @param length the digits of a code
     */
    static Optional<String> of(String text, int length) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String typed = GAP.matcher(plain).replaceAll("");
        return CODE.matcher(typed).matches()
                ? Optional.of(typed)
                : said(plain).filter(digits -> digits.length() == length);
    }

    /** The only run of digits among the words, if there is only one. */
    private static Optional<String> said(String plain) {
        List<StringBuilder> runs = new ArrayList<>();
        boolean running = false;
        for (String word : GAP.split(plain, -1)) {
            String digits = DIGITS.matcher(word).matches() ? word : WORDS.get(word);
            if (digits != null && !running) {
                runs.add(new StringBuilder());
            }
            running = digits != null;
            if (digits != null) {
                runs.getLast().append(digits);
            }
        }
        return runs.size() == 1 ? Optional.of(runs.getFirst().toString()) : Optional.empty();
    }
}
