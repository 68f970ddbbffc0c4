package io.vouchline.gateway.prompt;

import io.quarkus.runtime.Startup;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.prompt.Replacements.Replacement;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of what is said, with the texts and recordings that clients have put in their place.
 */
@Startup
@Singleton
public class Prompts {

    private final Map<String, Replacements> byClient = new HashMap<>();

    @Inject
    Prompts(AccessConfig config) {
        config.clients().forEach((id, client) -> add(id, client.policy().promptsFile()));
    }

    private void add(String id, Optional<Path> file) {
        file.ifPresent(path -> byClient.put(id, Replacements.read(setting(id), path)));
    }

    private static String setting(String id) {
        return "vouchline.access.clients." + id + ".policy.prompts-file";
    }

    /**
     * A line in words.
     *
     * @throws IllegalStateException if the line lacks a value that its words take
     */
    public Said said(Client client, Language language, Line line) {
        Replacement own =
                byClient.getOrDefault(client.id(), Replacements.NONE).of(line.prompt(), language);
        String text = own == null ? null : own.text();
        String words = text == null ? language.prompt(line.prompt()) : text;
        return said(Wording.of(words, line, language), language, own == null ? null : own.audio());
    }

    private static Said said(Spoken spoken, Language language, @Nullable String audio) {
        String content = audio == null ? spoken.ssml() : Ssml.recorded(audio, spoken.ssml());
        return new Said(
                spoken.text(), Ssml.document(language.tag(), content), spoken.aloud(), audio);
    }
}
