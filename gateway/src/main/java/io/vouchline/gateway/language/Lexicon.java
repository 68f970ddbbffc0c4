package io.vouchline.gateway.language;

import io.vouchline.gateway.language.Lexeme.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** A language's words for numbers, dates and amounts. */
final class Lexicon {

    private static final int LONGEST_COMPOUND = 64;
    private static final int SHORTEST_PART = 2;
    private static final String NUMBER = "number.";

    private static final Map<String, Kind> LISTS =
            Map.of(
                    "number.zero_soft", Kind.SOFT_ZERO,
                    "number.and", Kind.AND,
                    "number.between", Kind.BETWEEN,
                    "number.point", Kind.POINT,
                    "number.plus", Kind.PLUS,
                    "number.digit", Kind.DIGIT,
                    "currency", Kind.CURRENCY,
                    "currency.minor", Kind.MINOR);

    private final Map<String, Lexeme> words = new HashMap<>();
    private final Set<String> ordinalEndings = new HashSet<>();

    Lexicon(Properties file) {
        file.stringPropertyNames().forEach(key -> add(key, file.getProperty(key)));
    }

    private void add(String key, String list) {
        Kind kind = LISTS.get(key);
        if (kind != null) {
            put(list, new Lexeme(kind, 0));
        } else if (key.equals("ordinal.endings")) {
            ordinalEndings.addAll(each(list));
        } else if (key.startsWith("ordinal.")) {
            put(list, new Lexeme(Kind.ORDINAL, last(key)));
        } else if (key.startsWith("month.")) {
            put(list, new Lexeme(Kind.MONTH, last(key)));
        } else if (key.startsWith("number.repeat.")) {
            put(list, new Lexeme(Kind.REPEAT, last(key)));
        } else if (key.startsWith(NUMBER)) {
            put(list, number(last(key)));
        }
    }

    private static int last(String key) {
        return Integer.parseInt(key.substring(key.lastIndexOf('.') + 1));
    }

    private static Lexeme number(int value) {
        if (value >= 100) {
            return new Lexeme(Kind.SCALE, value);
        }
        if (value >= 20) {
            return new Lexeme(Kind.TENS, value);
        }
        return new Lexeme(value >= 10 ? Kind.TEEN : Kind.UNIT, value);
    }

    private void put(String list, Lexeme lexeme) {
        each(list).forEach(word -> words.put(word, lexeme));
    }

    private static List<String> each(String list) {
        return Word.of(list).stream().map(Word::text).toList();
    }

    /** What a word is made of; nothing if it is none of these. */
    List<Lexeme> read(String word) {
        Lexeme whole = words.get(word);
        return whole != null ? List.of(whole) : compound(word);
    }

    /** Whether this, right after digits, makes them an ordinal number. */
    boolean isOrdinalEnding(String ending) {
        return ordinalEndings.contains(ending);
    }

    /** Words that are written as one, such as "twentyfive"; the last of them may be an ordinal. */
    private List<Lexeme> compound(String word) {
        if (word.length() > LONGEST_COMPOUND) {
            return List.of();
        }
        List<List<Lexeme>> upTo = new ArrayList<>();
        upTo.add(List.of());
        for (int end = 1; end <= word.length(); end++) {
            upTo.add(endingAt(word, end, upTo));
        }
        return upTo.getLast();
    }

    private List<Lexeme> endingAt(String word, int end, List<List<Lexeme>> upTo) {
        List<Lexeme> best = List.of();
        for (int from = end - SHORTEST_PART; from >= 0; from--) {
            Lexeme part = words.get(word.substring(from, end));
            boolean reached = from == 0 || !upTo.get(from).isEmpty();
            if (part != null && reached && fits(part, end == word.length())) {
                int size = upTo.get(from).size() + 1;
                // Fewest parts: the longest words.
                if (best.isEmpty() || size < best.size()) {
                    best = new ArrayList<>(upTo.get(from));
                    best.add(part);
                }
            }
        }
        return best;
    }

    private static boolean fits(Lexeme part, boolean last) {
        return switch (part.kind()) {
            case UNIT, TEEN, TENS, SCALE -> true;
            case ORDINAL -> last;
            default -> false;
        };
    }
}
