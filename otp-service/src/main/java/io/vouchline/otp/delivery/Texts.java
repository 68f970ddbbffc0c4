package io.vouchline.otp.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The standard texts of one language; {@code $$CODE$$} and {@code $$KEY$$} stand where the code and
 * the key to press go.
 *
 * @param voice the tag of the voice that speaks the language
 * @param message the text message: with a code of ten digits it fits into one
 * @param subject the subject of an e-mail
 * @param mail the text of an e-mail
 * @param spoken what a call tells
 * @param prompt what a call asks for before it tells the code
 * @param farewell what a call ends with if the key was not pressed
 * @param expired what a call tells whose code is not live any more
 */
record Texts(
        String voice,
        String message,
        String subject,
        String mail,
        String spoken,
        String prompt,
        String farewell,
        String expired) {

    /** The languages that there are texts in. */
    static final List<String> LANGUAGES =
            List.of("en", "es", "fr", "de", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl");

    private static final Map<String, Texts> BY_LANGUAGE =
            LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Texts::read));
    private static final Texts DEFAULT = Objects.requireNonNull(BY_LANGUAGE.get("en"));

    /** The texts of the nearest language (RFC 4647 look-up), English where there is none. */
    static Texts of(String tag) {
        String range = tag.toLowerCase(Locale.ROOT);
        for (int end = range.length(); end > 0; end = range.lastIndexOf('-', end - 1)) {
            Texts found = BY_LANGUAGE.get(usual(range.substring(0, end)));
            if (found != null) {
                return found;
            }
        }
        return DEFAULT;
    }

    /** Norwegian without a form means Bokmål (CLDR). */
    private static String usual(String language) {
        return language.equals("no") ? "nb" : language;
    }

    private static Texts read(String language) {
        Properties texts = new Properties();
        String name = "text/" + language + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in, name), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Function<String, String> text =
                key ->
                        Objects.requireNonNull(
                                texts.getProperty(key), () -> name + " has no " + key);
        return new Texts(
                text.apply("voice"),
                text.apply("message"),
                text.apply("subject"),
                text.apply("mail"),
                text.apply("spoken"),
                text.apply("prompt"),
                text.apply("farewell"),
                text.apply("expired"));
    }
}
