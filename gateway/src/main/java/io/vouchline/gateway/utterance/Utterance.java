package io.vouchline.gateway.utterance;

import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.language.Lexeme;
import io.vouchline.gateway.language.Phrases;
import io.vouchline.gateway.language.Sense;
import io.vouchline.gateway.language.Word;
import io.vouchline.gateway.utterance.Item.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was said or typed, taken apart: phrases first, the longest, then numbers. */
final class Utterance {

    private final Language language;
    private final Set<Sense> senses;
    private final boolean countries;
    private final List<Word> words;
    private final List<Item> items = new ArrayList<>();

    private Utterance(String text, Language language, Set<Sense> senses, boolean countries) {
        this.language = language;
        this.senses = senses;
        this.countries = countries;
        words = Word.of(text);
        int at = 0;
        while (at < words.size()) {
            at = take(at);
        }
    }

    /**
     * Takes a text apart.
     *
     * @param senses what phrases can stand for here
     * @param countries whether countries count
     */
    static Utterance of(String text, Language language, Set<Sense> senses, boolean countries) {
        return new Utterance(text, language, senses, countries);
    }

    Language language() {
        return language;
    }

    List<Item> items() {
        return items;
    }

    boolean has(Kind kind) {
        return items.stream().anyMatch(item -> item.is(kind));
    }

    boolean has(Sense sense) {
        return items.stream().anyMatch(item -> item.senses().contains(sense));
    }

    /** Whether nothing is there but phrases of these senses, and what says nothing. */
    boolean isOnly(Set<Sense> wanted) {
        return items.stream().allMatch(item -> item.is(Kind.NOISE) || isOf(item, wanted));
    }

    static boolean isOf(Item item, Set<Sense> wanted) {
        return item.is(Kind.PHRASE) && item.senses().stream().anyMatch(wanted::contains);
    }

    private int take(int at) {
        String before = words.get(at).before();
        Phrases.Match<Sense> phrase = language.phrases().longest(words, at, senses::contains);
        Phrases.Match<String> country =
                countries ? language.countries().longest(words, at, _ -> true) : null;
        if (country != null && (phrase == null || country.end() >= phrase.end())) {
            country.meanings().forEach(region -> items.add(Item.country(region, before)));
            return country.end();
        }
        if (phrase != null) {
            items.add(Item.phrase(phrase.meanings(), before));
            return phrase.end();
        }
        single(words.get(at));
        return at + 1;
    }

    private void single(Word word) {
        List<Lexeme> lexemes = language.lexemes(word.text());
        if (word.isDigits()) {
            items.add(Item.digits(word.text(), word.before()));
        } else if (!lexemes.isEmpty()) {
            lexemes.forEach(lexeme -> items.add(Item.of(lexeme, word.before())));
        } else if (language.isNoise(word.text())) {
            items.add(Item.of(Kind.NOISE, word.before()));
        } else {
            mixed(word);
        }
    }

    /** Digits and letters in one: "3rd", "500kr", "usd500". */
    private void mixed(Word word) {
        int cut = cut(word.text());
        Item one = side(word.text().substring(0, cut), word.before());
        Item other = side(word.text().substring(cut), "");
        if (one != null
                && one.is(Kind.DIGITS)
                && one.text().length() <= 2
                && language.isOrdinalEnding(word.text().substring(cut))) {
            items.add(Item.of(new Lexeme(Lexeme.Kind.ORDINAL, one.value()), word.before()));
        } else if (one != null && other != null && (isMoney(one) || isMoney(other))) {
            items.add(one);
            items.add(other);
        } else {
            items.add(Item.of(Kind.OTHER, word.before()));
        }
    }

    /** Where digits and letters meet first. */
    private static int cut(String text) {
        int cut = 1;
        while (cut < text.length()
                && Character.isDigit(text.charAt(cut)) == Character.isDigit(text.charAt(0))) {
            cut++;
        }
        return cut;
    }

    private static boolean isMoney(Item item) {
        return item.is(Kind.CURRENCY) || item.is(Kind.MINOR);
    }

    private @Nullable Item side(String text, String before) {
        if (text.isEmpty()) {
            return null;
        }
        if (new Word(text, before).isDigits()) {
            return Item.digits(text, before);
        }
        List<Lexeme> lexemes = language.lexemes(text);
        return lexemes.size() == 1 ? Item.of(lexemes.getFirst(), before) : null;
    }

    @Override
    public String toString() {
        return "Utterance[...]";
    }
}
