package io.vouchline.gateway.language;

import io.vouchline.gateway.conversation.Prompt;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * A language: what is said in it, and how callers say things. All of it is one file, named by the
 * language's tag; another language takes another file, and its tag in {@link #TAGS}.
 *
 * <p>Phrases in a file are lists, separated by commas; "(a|b|) c" stands for "a c", "b c" and "c".
 * Case, accents and apostrophes do not matter. Of a month's names the first is the one that is
 * said.
 */
public final class Language {

    /** The files. The first is the one for tags that none fits. */
    static final List<String> TAGS = List.of("en", "sv");

    private static final List<Language> ALL = TAGS.stream().map(Language::new).toList();

    private final String tag;
    private final Properties file;
    private final Lexicon lexicon;
    private final Set<String> noise = new HashSet<>();
    private final Phrases<Sense> phrases;
    private final Phrases<String> countries;

    private Language(String tag) {
        this.tag = tag;
        file = LanguageFile.read(tag);
        lexicon = new Lexicon(file);
        Word.of(text("noise")).forEach(word -> noise.add(word.text()));
        phrases = new Phrases<>(noise);
        Arrays.stream(Sense.values()).forEach(sense -> phrases.add(text(sense.key()), sense));
        countries = new Phrases<>(noise);
        file.stringPropertyNames().stream()
                .filter(key -> key.startsWith("country."))
                .forEach(key -> countries.add(text(key), key.substring("country.".length())));
    }

    /** The language that fits a tag (BCP 47) best; English, if none does. */
    public static Language of(String tag) {
        String wanted = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(language -> language.tag.equals(wanted))
                .findFirst()
                .orElseGet(ALL::getFirst);
    }

    /** All languages. */
    public static List<Language> all() {
        return ALL;
    }

    /** Its tag. */
    public String tag() {
        return tag;
    }

    /** What is said, with its placeholders, such as {@code {last_four}}. */
    public String prompt(Prompt prompt) {
        return text(prompt.key());
    }

    /** A date in words, such as "February 3, 1995". */
    public String date(int year, int month, int day) {
        return text("format.date")
                .replace("{day}", Integer.toString(day))
                .replace("{month}", month(month))
                .replace("{year}", Integer.toString(year));
    }

    /** A month in words, such as "January 2027". */
    public String month(int year, int month) {
        return text("format.month")
                .replace("{month}", month(month))
                .replace("{year}", Integer.toString(year));
    }

    private String month(int month) {
        return text("month." + month).split(",", 2)[0].strip();
    }

    /**
     * How a telephone number is said: with {@code {calling_code}} and {@code {national_number}}.
     */
    public String number() {
        return text("format.number");
    }

    /** Whether a full stop sets off decimals; a comma, if it does not. */
    public boolean hasDecimalPoint() {
        return text("decimal").strip().equals(".");
    }

    /** What callers say. */
    public Phrases<Sense> phrases() {
        return phrases;
    }

    /** The names of countries: ISO 3166-1 alpha-2 regions. */
    public Phrases<String> countries() {
        return countries;
    }

    /** Whether a word says nothing, such as "please". */
    public boolean isNoise(String word) {
        return noise.contains(word);
    }

    /** The parts of numbers, dates and amounts that a word is made of; empty if it is of none. */
    public List<Lexeme> lexemes(String word) {
        return lexicon.read(word);
    }

    /** Whether this, right after digits, makes them an ordinal number: the "rd" of "3rd". */
    public boolean isOrdinalEnding(String ending) {
        return lexicon.isOrdinalEnding(ending);
    }

    private String text(String key) {
        String text = file.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("the language " + tag + " has no " + key);
        }
        return text;
    }

    @Override
    public String toString() {
        return tag;
    }
}
