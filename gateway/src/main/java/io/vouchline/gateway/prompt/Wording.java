package io.vouchline.gateway.prompt;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.language.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of a line into its words. */
final class Wording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String CALLING_CODE = "calling_code";

    private Wording() {}

    /** The placeholders of a text. */
    static Set<String> placeholders(String words) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(words);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * The words with the values put in.
     *
     * @throws IllegalStateException if the line lacks a value
     */
    static Spoken of(String words, Line line, Language language) {
        return filled(words, name -> value(name, line, language));
    }

    private static Spoken filled(String words, Function<String, Spoken> values) {
        Spoken spoken = Spoken.NOTHING;
        Matcher matcher = PLACEHOLDER.matcher(words);
        int from = 0;
        while (matcher.find()) {
            spoken =
                    spoken.and(Spoken.words(words.substring(from, matcher.start())))
                            .and(values.apply(matcher.group(1)));
            from = matcher.end();
        }
        return spoken.and(Spoken.words(words.substring(from)));
    }

    private static Spoken value(String name, Line line, Language language) {
        String value = line.values().get(name);
        if (value == null) {
            throw new IllegalStateException(line + " has no " + name);
        }
        return switch (name) {
            case "last_four", "match" -> Spoken.digits(value);
            case "number" -> number(PhoneNumber.ofE164(value), language);
            case "date" -> {
                LocalDate date = LocalDate.parse(value);
                yield Spoken.words(
                        language.date(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
            }
            case "month" -> {
                YearMonth month = YearMonth.parse(value);
                yield Spoken.words(language.month(month.getYear(), month.getMonthValue()));
            }
            default -> Spoken.words(value);
        };
    }

    private static Spoken number(PhoneNumber number, Language language) {
        return filled(
                language.number(),
                name ->
                        Spoken.digits(
                                name.equals(CALLING_CODE)
                                        ? number.countryCode()
                                        : number.nationalNumber()));
    }
}
