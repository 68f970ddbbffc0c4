package io.vouchline.gateway.prompt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said to a caller.
 *
 * @param text in words
 * @param ssml the same as a whole SSML 1.1 document
 * @param aloud in words for a voice that takes no SSML: digits stand apart, so that they are said
 *     one by one
 * @param audio where a recording of it is, if the client has one; null otherwise
 */
public record Said(String text, String ssml, @JsonIgnore String aloud, @Nullable String audio) {

    @Override
    public String toString() {
        return "Said[...]";
    }
}
