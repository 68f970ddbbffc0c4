package io.vouchline.gateway.prompt;

import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.conversation.Line;
import io.vouchline.gateway.language.Language;
import jakarta.inject.Singleton;

/**
 * The words of what is said, with the texts and recordings that clients have put in their place.
 */
@Singleton
public class Prompts {

    /** A line in words. */
    public Said said(Client client, Language language, Line line) {
        throw new UnsupportedOperationException(client.id() + language + line);
    }
}
