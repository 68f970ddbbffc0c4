package io.vouchline.gateway.prompt;

import io.vouchline.gateway.conversation.Prompt;
import io.vouchline.gateway.language.Language;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's own prompts: a properties file in UTF-8. A key is a prompt's name in lower case, such
 * as {@code code_sent_phone}, for all languages, or {@code sv.code_sent_phone} for one. A value is
 * a text, or the https address of a recording.
 */
final class Replacements {

    static final Replacements NONE = new Replacements(Map.of());

    private static final String HTTPS = "https";

    private final Map<String, Replacement> byKey;

    private Replacements(Map<String, Replacement> byKey) {
        this.byKey = byKey;
    }

    /**
     * What is said or played instead of a prompt.
     *
     * @param text null for a recording
     * @param audio null for a text
     */
    record Replacement(@Nullable String text, @Nullable String audio) {}

    /**
     * Reads a file.
     *
     * @param setting names it
     * @throws IllegalStateException with setting, file, key and remedy, if something is wrong
     */
    static Replacements read(String setting, Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "%s=%s: cannot be read; mount a properties file in UTF-8"
                            .formatted(setting, file),
                    e);
        }
        Map<String, Replacement> byKey = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            Checked checked = new Checked(setting, file, key);
            byKey.put(key, checked.replacement(properties.getProperty(key).strip()));
        }
        return new Replacements(Map.copyOf(byKey));
    }

    /** What is in a prompt's place; null for nothing. The language's own goes first. */
    @Nullable Replacement of(Prompt prompt, Language language) {
        Replacement own = byKey.get(language.tag() + "." + name(prompt));
        return own == null ? byKey.get(name(prompt)) : own;
    }

    private static String name(Prompt prompt) {
        return prompt.name().toLowerCase(Locale.ROOT);
    }

    /** An entry, as it is checked. */
    private record Checked(String setting, Path file, String key) {

        Replacement replacement(String value) {
            Prompt prompt = prompt();
            if (value.isEmpty()) {
                throw wrong("is empty; name a text or a recording, or leave it out");
            }
            String scheme = value.split(":", 2)[0].toLowerCase(Locale.ROOT);
            if (scheme.equals(HTTPS) || scheme.equals("http")) {
                return new Replacement(null, recording(value));
            }
            Set<String> unknown = Wording.placeholders(value);
            unknown.removeAll(Wording.placeholders(Language.of("en").prompt(prompt)));
            if (!unknown.isEmpty()) {
                throw wrong("has no value %s; take it out".formatted(unknown));
            }
            return new Replacement(value, null);
        }

        private Prompt prompt() {
            int dot = key.indexOf('.');
            boolean spoken =
                    dot < 0
                            || Language.all().stream()
                                    .anyMatch(one -> one.tag().equals(key.substring(0, dot)));
            String name = key.substring(dot + 1);
            return Arrays.stream(Prompt.values())
                    .filter(prompt -> spoken && name(prompt).equals(name))
                    .findFirst()
                    .orElseThrow(() -> wrong("is no prompt; name one, such as done or sv.done"));
        }

        private String recording(String value) {
            try {
                URI url = new URI(value);
                if (HTTPS.equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                    return value;
                }
            } catch (URISyntaxException e) {
                // Told below.
            }
            throw wrong("is no https address; put recordings on an https server");
        }

        private IllegalStateException wrong(String remedy) {
            return new IllegalStateException("%s=%s: %s %s".formatted(setting, file, key, remedy));
        }
    }
}
