package io.vouchline.gateway.voice;

import io.vouchline.gateway.prompt.Said;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several SSML documents as one. */
final class Ssml {

    private static final String ROOT = "<speak";
    private static final String END = "</speak>";

    /** Not every voice plays recordings; the words inside stay. */
    private static final Pattern AUDIO = Pattern.compile("</?audio\\b[^>]*>");

    private Ssml() {}

    /** What is said, one after the other, under the first one's root; empty for nothing. */
    static String joined(List<Said> prompts) {
        if (prompts.isEmpty()) {
            return "";
        }
        String first = prompts.getFirst().ssml();
        return first.substring(0, contentAt(first))
                + prompts.stream()
                        .map(said -> content(said.ssml()))
                        .collect(Collectors.joining(" "))
                + END;
    }

    private static String content(String document) {
        return AUDIO.matcher(document.substring(contentAt(document), document.lastIndexOf(END)))
                .replaceAll("");
    }

    private static int contentAt(String document) {
        return document.indexOf('>', document.indexOf(ROOT)) + 1;
    }
}
